//! The headers that mean a field of an account, in Swedish and English.

use serde::{Deserialize, Serialize};

use super::headers::means;
use super::{Column, Synonyms};

/// A field of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountColumn {
    /// The account's name.
    Name,
    /// The id that another system has given it: the first key of a repeated import.
    ExternalId,
    /// The organisation number.
    OrganisationNumber,
    /// Association, company, public body or other.
    Kind,
    /// Prospect, active or former.
    Status,
    /// The e-mail address.
    Email,
    /// The phone number.
    Phone,
    /// The website.
    Website,
    /// The street address.
    Street,
    /// The postal code.
    PostalCode,
    /// The city.
    City,
    /// The country.
    Country,
    /// The industry.
    Industry,
    /// How many are employed.
    Employees,
    /// How many are members.
    Members,
    /// Who of the staff looks after it.
    Owner,
    /// The account above it: its organisation number or its name.
    Parent,
    /// Tags, separated in one cell.
    Tags,
    /// What else there is to say.
    Description,
}

impl Column for AccountColumn {
    const SYNONYMS: &'static [Synonyms<Self>] = ACCOUNT_SYNONYMS;

    fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::ExternalId => "external_id",
            Self::OrganisationNumber => "organisation_number",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Website => "website",
            Self::Street => "street",
            Self::PostalCode => "postal_code",
            Self::City => "city",
            Self::Country => "country",
            Self::Industry => "industry",
            Self::Employees => "employees",
            Self::Members => "members",
            Self::Owner => "owner",
            Self::Parent => "parent",
            Self::Tags => "tags",
            Self::Description => "description",
        }
    }
}

// "Organization" is the name, or in a file that has a name beside it, the id by which it is known.
const ACCOUNT_SYNONYMS: &[Synonyms<AccountColumn>] = &[
    means(
        AccountColumn::Name,
        "name namn accountname kontonamn foreningsnamn organisationsnamn organizationname \
         companyname foretagsnamn",
    )
    .or(
        "forening foreningen organisation organization company foretag foretaget bolag \
         klubb klubbnamn account kund kundnamn customer",
    ),
    means(
        AccountColumn::ExternalId,
        "externalid externtid externalkey importid customerid organizationid organisationid \
         companyid accountid kundid kundnr kundnummer",
    )
    .or("organization organisation id"),
    means(
        AccountColumn::OrganisationNumber,
        "organisationnumber organizationnumber organisationsnummer organisationsnr orgnr \
         orgnummer orgno regno registrationnumber vatnumber vatno vat momsregnr \
         momsregistreringsnummer",
    ),
    means(
        AccountColumn::Kind,
        "kind typ type organisationstyp organizationtype accounttype kontotyp",
    ),
    means(AccountColumn::Status, "status accountstatus kundstatus"),
    means(
        AccountColumn::Email,
        "email emailaddress epost epostadress mail mailadress mejl mejladress",
    ),
    means(
        AccountColumn::Phone,
        "phone phonenumber phone1 telefon telefonnummer telefon1 tel telnr tfn telephone",
    )
    .or("mobil mobiltelefon mobile mobilnummer"),
    means(
        AccountColumn::Website,
        "website web webb webbplats webbsida webbadress hemsida homepage url",
    ),
    means(
        AccountColumn::Street,
        "street streetaddress address address1 adress adress1 postadress gatuadress gata \
         utdelningsadress",
    ),
    means(
        AccountColumn::PostalCode,
        "postalcode postcode zip zipcode postnr postnummer",
    ),
    means(AccountColumn::City, "city town ort postort stad"),
    means(AccountColumn::Country, "country land"),
    means(AccountColumn::Industry, "industry bransch sector"),
    means(
        AccountColumn::Employees,
        "employees numberofemployees employeecount anstallda antalanstallda",
    ),
    means(
        AccountColumn::Members,
        "members numberofmembers membercount medlemmar antalmedlemmar medlemsantal",
    ),
    means(
        AccountColumn::Owner,
        "owner accountowner agare ansvarig kontoagare handlaggare",
    ),
    means(
        AccountColumn::Parent,
        "parent parentaccount parentorganisation parentorganization parentcompany \
         overordnadorganisation overordnad moderorganisation moderbolag",
    ),
    means(AccountColumn::Tags, "tags tag taggar tagg etiketter"),
    means(
        AccountColumn::Description,
        "description beskrivning anteckning anteckningar notes note notering noteringar \
         kommentar comment comments",
    ),
];
