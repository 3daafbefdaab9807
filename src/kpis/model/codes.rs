//! The codes of a definition.

use crate::code_type;
use crate::kpis::Decimal;

code_type! {
    /// Which way is good.
    Direction {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
    }
}

code_type! {
    /// What a value is about.
    Scope {
        /// The whole organisation.
        Organisation = "organisation",
        /// One account each.
        Account = "account",
    }
}

code_type! {
    /// How the periods of a year make one number.
    Totalling {
        /// They are added up.
        Sum = "sum",
        /// Their mean.
        Mean = "mean",
        /// The last one stands for the year.
        Last = "last",
    }
}

code_type! {
    /// Where values come from.
    Source {
        /// Somebody enters them.
        Entered = "entered",
        /// The records of a list, counted at the period's end.
        Count = "count",
        /// Those of them that were added in the period.
        New = "new",
        /// How many percent they are of the records of another list, at the period's end.
        Share = "share",
    }
}

impl Source {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Entered => "kpis-source-entered",
            Self::Count => "kpis-source-count",
            Self::New => "kpis-source-new",
            Self::Share => "kpis-source-share",
        }
    }
}

impl Direction {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Up => "kpis-direction-up",
            Self::Down => "kpis-direction-down",
        }
    }

    /// The limits, in percent of the target, of a KPI that names none.
    pub fn usual_limits(self) -> (Decimal, Decimal) {
        let (amber, red) = match self {
            Self::Up => (100, 90),
            Self::Down => (100, 110),
        };
        (Decimal::whole(amber), Decimal::whole(red))
    }
}

impl Scope {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Organisation => "kpis-scope-organisation",
            Self::Account => "kpis-scope-account",
        }
    }
}

impl Totalling {
    /// The catalogue's key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Sum => "kpis-totalling-sum",
            Self::Mean => "kpis-totalling-mean",
            Self::Last => "kpis-totalling-last",
        }
    }

    /// What the values of these periods, in order, come to; nothing of none.
    pub fn total(self, values: &[Decimal]) -> Option<Decimal> {
        let sum: Decimal = values.iter().copied().sum();
        match self {
            Self::Sum => (!values.is_empty()).then_some(sum),
            Self::Mean => sum.shared_by(values.len()),
            Self::Last => values.last().copied(),
        }
    }
}
