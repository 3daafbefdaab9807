//! The headers that mean a field of a contact, in Swedish and English.

use serde::{Deserialize, Serialize};

use super::headers::means;
use super::{Column, Synonyms};

/// A field of a contact or of the contact's role at an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactColumn {
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// First and last name in one cell: see `split_full_name`.
    FullName,
    /// The e-mail address.
    Email,
    /// The mobile number.
    Mobile,
    /// The other phone number.
    Phone,
    /// The title.
    Title,
    /// The city.
    City,
    /// The country.
    Country,
    /// Who of the staff looks after the contact.
    Owner,
    /// Tags, separated in one cell.
    Tags,
    /// What else there is to say.
    Notes,
    /// The id that another system has given the person: the first key of a repeated import.
    ExternalId,
    /// The name of the account that the person belongs to.
    AccountName,
    /// The organisation number of that account.
    AccountNumber,
    /// The person's role at that account.
    Role,
    /// The day the role began.
    From,
    /// The day the role ended.
    To,
}

impl Column for ContactColumn {
    const SYNONYMS: &'static [Synonyms<Self>] = CONTACT_SYNONYMS;

    fn field(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::FullName => "full_name",
            Self::Email => "email",
            Self::Mobile => "mobile",
            Self::Phone => "phone",
            Self::Title => "title",
            Self::City => "city",
            Self::Country => "country",
            Self::Owner => "owner",
            Self::Tags => "tags",
            Self::Notes => "notes",
            Self::ExternalId => "external_id",
            Self::AccountName => "account_name",
            Self::AccountNumber => "account_number",
            Self::Role => "role",
            Self::From => "from",
            Self::To => "to",
        }
    }
}

const CONTACT_SYNONYMS: &[Synonyms<ContactColumn>] = &[
    means(
        ContactColumn::FirstName,
        "firstname fornamn givenname tilltalsnamn",
    ),
    means(
        ContactColumn::LastName,
        "lastname efternamn surname familyname",
    ),
    means(ContactColumn::FullName, "fullname fulltnamn")
        .or("name namn kontakt kontaktperson contact person")
        .not_beside(&[ContactColumn::FirstName, ContactColumn::LastName]),
    means(
        ContactColumn::Email,
        "email emailaddress epost epostadress mail mailadress mejl mejladress",
    ),
    means(
        ContactColumn::Mobile,
        "mobile mobilephone mobilenumber cell cellphone mobil mobiltelefon mobilnummer \
         mobilnr",
    )
    .or("phone2 telefon2"),
    means(
        ContactColumn::Phone,
        "phone phonenumber phone1 telefon telefonnummer telefon1 tel telnr tfn telephone",
    )
    .or("workphone arbetstelefon telefonarbete homephone hemtelefon"),
    means(ContactColumn::Title, "title titel jobtitle befattning"),
    means(ContactColumn::City, "city town ort postort stad bostadsort"),
    means(ContactColumn::Country, "country land"),
    means(
        ContactColumn::Owner,
        "owner contactowner agare ansvarig handlaggare",
    ),
    means(ContactColumn::Tags, "tags tag taggar tagg etiketter"),
    means(
        ContactColumn::Notes,
        "notes note anteckning anteckningar notering noteringar kommentar comment comments \
         description beskrivning",
    ),
    means(
        ContactColumn::ExternalId,
        "externalid externtid externalkey importid contactid customerid personid kontaktid \
         medlemsid medlemsnummer medlemsnr kundid kundnr kundnummer",
    )
    .or("id"),
    means(
        ContactColumn::AccountName,
        "accountname company companyname forening foreningen foreningsnamn organisation \
         organization organisationsnamn organizationname foretag foretagsnamn bolag \
         arbetsgivare employer account",
    )
    .or("klubb klubbnamn kund customer"),
    means(
        ContactColumn::AccountNumber,
        "accountnumber organisationnumber organizationnumber organisationsnummer \
         organisationsnr orgnr orgnummer orgno",
    ),
    means(ContactColumn::Role, "role roll uppdrag position funktion"),
    means(
        ContactColumn::From,
        "from fran fromdate startdate startdatum frandatum fom tilltradde",
    ),
    means(
        ContactColumn::To,
        "to till todate enddate slutdatum tilldatum tom avgick",
    ),
];
