//! JSON Schema of the TOML files, for editors that complete and check them.

use super::raw::{EntityFile, RawStory};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The schemas of the TOML files, as JSON (draft 2020-12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schemas {
    /// Of `story.toml`.
    pub story: String,
    /// Of all other TOML files.
    pub entities: String,
}

/// Makes the schemas of the TOML files.
pub fn schema() -> Schemas {
    Schemas { story: written::<RawStory<'_>>(), entities: written::<EntityFile<'_>>() }
}

fn written<T: JsonSchema>() -> String {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    format!("{:#}\n", schema.as_value())
}

/// Declares string types that only the schema knows, each with the pattern that it must match.
macro_rules! patterns {
    ($($(#[$doc:meta])* $name:ident: $pattern:literal;)*) => {$(
        $(#[$doc])*
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    )*};
}

patterns! {
    /// An id.
    Id: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";
    /// `chapter/passage`.
    PassageAddress: "^[a-z0-9-]+/[a-z0-9-]+$";
    /// A date in the part of EDTF that the story uses.
    Date: "^(XXXX|\\d{4}(-\\d{2}(-\\d{2})?)?~?|\\d{4}[\\d-]*/\\d{4}[\\d-]*|\\[[\\d-]*\\.\\.[\\d-]*\\])$";
    /// Such a date, or two dots for what goes on.
    Ended: "^(\\.\\.|XXXX|\\d{4}(-\\d{2}(-\\d{2})?)?~?|\\d{4}[\\d-]*/\\d{4}[\\d-]*|\\[[\\d-]*\\.\\.[\\d-]*\\])$";
    /// An address of the web.
    Address: "^https?://";
}
