//! What names are made of. Places and organisations are invented; first and last names are common ones.

/// Beginnings and ends of names of places: eight hundred places.
#[rustfmt::skip]
pub(super) const PLACE_STARTS: &[&str] = &[
    "Björk", "Ek", "Sjö", "Ås", "Häll", "Norr", "Söder", "Väster", "Öster", "Gran", "Tall", "Ål", "Ör", "Lin", "Ros",
    "Kvarn", "Kyrk", "Strand", "Berg", "Dal", "Skog", "Hammar", "Sten", "Lund", "Älv", "Hav", "Ljung", "Mal", "Hög",
    "Lilla ", "Stora ", "Alm", "Brunn", "Fors", "Gräs", "Hjort", "Kul", "Möl", "Rönn", "Svart",
];
#[rustfmt::skip]
pub(super) const PLACE_ENDS: &[&str] = &[
    "by", "hamra", "vik", "torp", "sta", "löv", "holm", "näs", "köping", "backa", "åker", "sund", "hult", "red",
    "inge", "boda", "ryd", "tuna", "mark", "ås",
];

/// Associations; `{}` is the place.
#[rustfmt::skip]
pub(super) const ASSOCIATIONS: &[&str] = &[
    "{} IF", "{} BK", "{} FF", "{} IK", "{} GK", "{} SK", "{} Ridklubb", "{} Tennisklubb", "{}s hembygdsförening",
    "{} Kammarkör", "Scoutkåren {}", "{} Bygdegårdsförening", "{}s villaägareförening", "Friluftsfrämjandet {}",
    "Röda Korset {}", "PRO {}", "{} Orkesterförening", "{} Schacksällskap", "{} Båtklubb", "{} Jaktvårdsförening",
    "Bostadsrättsföreningen {}", "{} Samfällighetsförening", "{}s konstförening", "Föreningen Norden {}",
];
/// Companies.
#[rustfmt::skip]
pub(super) const COMPANIES: &[&str] = &[
    "{} Bygg & Snickeri AB", "{} Redovisning AB", "Bageriet i {}", "{} Måleri AB", "{} El & Larm AB", "{} Åkeri AB",
    "{} Tandvård AB", "Hotell {}", "{} Bil & Däck AB", "{} Trädgård AB", "{} Konsult HB", "{} Fastigheter AB",
    "{} Städservice AB", "{} Tryckeri AB", "{} Sport AB", "Restaurang {}",
];
/// Public bodies.
#[rustfmt::skip]
pub(super) const PUBLIC_BODIES: &[&str] = &[
    "{}s kommun", "{}s kultur- och fritidsförvaltning", "{}s folkbibliotek", "{}skolan", "{}s församling",
];
/// Others.
pub(super) const OTHERS: &[&str] = &["Stiftelsen {}", "Nätverket {}", "Arbetsgruppen för {}"];

/// Trades of associations and of companies.
#[rustfmt::skip]
pub(super) const CAUSES: &[&str] = &[
    "Idrott", "Kultur", "Musik", "Friluftsliv", "Boende", "Socialt arbete",
];
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Bygg", "Ekonomi", "Livsmedel", "Transport", "Handel", "Vård", "Tjänster", "Turism",
];

/// Towns, the largest first.
#[rustfmt::skip]
pub(super) const CITIES: &[&str] = &[
    "Stockholm", "Göteborg", "Malmö", "Uppsala", "Linköping", "Örebro", "Västerås", "Umeå", "Helsingborg",
    "Norrköping", "Jönköping", "Lund", "Gävle", "Borås", "Sundsvall", "Karlstad", "Växjö", "Halmstad", "Luleå",
    "Östersund", "Kalmar", "Falun", "Skövde", "Kristianstad", "Eskilstuna", "Södertälje", "Trollhättan", "Nyköping",
    "Varberg", "Örnsköldsvik", "Skellefteå", "Piteå", "Kiruna", "Visby", "Ystad", "Landskrona", "Lidköping", "Motala",
    "Ängelholm", "Åmål", "Hudiksvall", "Härnösand", "Mariestad", "Arvika", "Åre", "Öregrund", "Älmhult", "Strömstad",
    "Simrishamn", "Haparanda",
];

/// Streets.
#[rustfmt::skip]
pub(super) const STREETS: &[&str] = &[
    "Storgatan", "Kungsgatan", "Drottninggatan", "Järnvägsgatan", "Skolgatan", "Idrottsvägen", "Kyrkogatan",
    "Ängsvägen", "Åkervägen", "Östra Långgatan", "Björkvägen", "Hantverkargatan",
];

/// First names.
#[rustfmt::skip]
pub(super) const FIRST: &[&str] = &[
    "Anna", "Erik", "Fatima", "Lars", "Zoë", "Johan", "Maria", "Łukasz", "Karin", "Nils", "Eva", "Omar", "Birgitta",
    "Anders", "Sofia", "Per", "Elin", "Mohamed", "Ingrid", "Gustav", "Linnéa", "Dragan", "Åsa", "Olle", "Märta",
    "Håkan", "Sara", "Björn", "Hanna", "Arvid", "Örjan", "Kerstin", "Jan", "Lena", "Mikael", "Emma", "Karl", "Malin",
    "Stefan", "Jenny", "Peter", "Ulla", "Fredrik", "Amira", "Göran", "Ida", "Oskar", "Ebba", "Ali", "Siv", "Mats",
    "Frida", "Elsa", "Hugo", "Wilma", "Axel", "Ylva", "Sven", "Gunilla", "Tomas", "Camilla", "Jörgen", "Pia", "Rolf",
    "Märit", "Kjell", "Tove", "Emil", "Agneta", "Viktor", "Lovisa", "Henrik", "Nour", "Bengt", "Stina", "Daniel",
    "Moa", "Jens", "Petra",
];

/// Last names, the commonest first.
#[rustfmt::skip]
pub(super) const LAST: &[&str] = &[
    "Andersson", "Johansson", "Karlsson", "Nilsson", "Eriksson", "Larsson", "Olsson", "Persson", "Svensson",
    "Gustafsson", "Pettersson", "Jonsson", "Jansson", "Hansson", "Bengtsson", "Lindberg", "Lindström", "Lindqvist",
    "Lindgren", "Berg", "Axelsson", "Bergström", "Lundberg", "Lundgren", "Lundqvist", "Mattsson", "Berglund",
    "Fredriksson", "Sandberg", "Henriksson", "Forsberg", "Sjöberg", "Ali", "Wallin", "Engström", "Eklund",
    "Danielsson", "Lundin", "Håkansson", "Björk", "Bergman", "Gunnarsson", "Wikström", "Holm", "Samuelsson",
    "Isaksson", "Fransson", "Bergqvist", "Nyström", "Holmberg", "Arvidsson", "Löfgren", "Söderberg", "Nyberg",
    "Ahmed", "Blomqvist", "Claesson", "Nordström", "Hassan", "Mårtensson", "Lundström", "Viklund", "Björklund",
    "Eliasson", "Berggren", "Pålsson", "Sandström", "Nordin", "Lund", "Ström", "Åberg", "Falk", "Hellström",
    "Häggström", "Åkesson", "Sjögren", "Öberg", "Kowalska", "Ek", "Dahlbäck", "O'Neill", "Hjälmarsson", "Ahmadi",
    "Norén", "von Essen", "Palm", "Sundin", "Bäckman", "Petrović", "Westerlund", "Grahn", "Häusler", "Åström", "Öman",
    "Ågren", "Österberg", "Nguyen", "Virtanen", "Sørensen", "Müller",
];

/// Roles at associations, companies and public bodies.
#[rustfmt::skip]
pub(super) const BOARD: &[&str] = &[
    "Ordförande", "Kassör", "Sekreterare", "Ledamot", "Suppleant", "Revisor", "Valberedare", "Vice ordförande",
];
#[rustfmt::skip]
pub(super) const STAFF: &[&str] = &[
    "VD", "Ekonomiansvarig", "Projektledare", "Kundansvarig", "Säljare", "Platschef",
];
#[rustfmt::skip]
pub(super) const OFFICE: &[&str] = &[
    "Handläggare", "Fritidskonsulent", "Förvaltningschef", "Registrator",
];

/// What people write about organisations and people.
#[rustfmt::skip]
pub(super) const REMARKS: &[&str] = &[
    "Vill bli kontaktad per e-post.", "Avtalet löper ut i december.", "Årsmötet hålls i mars.",
    "Har frågat om lokaler för hösten.", "Nås bäst på kvällar.", "Skickade underlag förra veckan.",
    "Önskar möte efter semestern.", "Betalar mot faktura, 30 dagar.",
];

/// Tags.
#[rustfmt::skip]
pub(super) const TAGS: &[&str] = &[
    "Medlem", "Sponsor", "Leverantör", "Bidragsgivare", "Nyckelperson", "Nyhetsbrev", "Årsmöte", "Remissinstans",
];

/// The series of phone numbers that Post- och telestyrelsen has set aside for fiction: how each begins, the first of its
/// last digits, and how many there are.
pub(super) const FICTION: &[(&str, usize, usize)] = &[
    ("070-174 0", 605, 95),
    ("08-465 00 ", 400, 100),
    ("031-390 0", 600, 100),
    ("040-628 0", 400, 100),
    ("0980-319 ", 200, 100),
];
