//! What an account is, and how it stands with us.

use crate::code_type;

code_type! {
    /// What sort of organisation it is.
    AccountKind {
        /// An association (förening).
        Association = "association",
        /// A company.
        Company = "company",
        /// A municipality, region or authority.
        PublicBody = "public_body",
        /// Anything else.
        Other = "other",
    }
}

code_type! {
    /// How it stands with us.
    AccountStatus {
        /// Not yet with us.
        Prospect = "prospect",
        /// With us.
        Active = "active",
        /// Was with us.
        Former = "former",
    }
}

impl AccountKind {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Association => "accounts-kind-association",
            Self::Company => "accounts-kind-company",
            Self::PublicBody => "accounts-kind-public-body",
            Self::Other => "accounts-kind-other",
        }
    }
}

impl AccountStatus {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Prospect => "accounts-status-prospect",
            Self::Active => "accounts-status-active",
            Self::Former => "accounts-status-former",
        }
    }

    /// The tone of its badge.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Prospect => "accent",
            Self::Active => "success",
            Self::Former => "",
        }
    }
}
