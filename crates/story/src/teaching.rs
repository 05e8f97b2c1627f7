//! Teaching with the story: aims, plans, prompts, and what to mind.

use crate::id::{Entity, TeachingId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A part of the teacher's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Teaching<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: TeachingId<'a>,
    /// What it is.
    pub kind: TeachingKind,
    /// Its title; of a prompt, what is asked.
    pub title: &'a str,
    /// What is said of it.
    pub about: Text<'a>,
    /// Of a plan, its steps in order.
    pub steps: Vec<TeachingStep<'a>>,
    /// Of a prompt, what good answers touch.
    pub touches: Vec<Text<'a>>,
}

impl Teaching<'_> {
    /// Minutes of all steps together.
    pub fn minutes(&self) -> u32 {
        self.steps.iter().map(|step| u32::from(step.minutes)).sum()
    }
}

impl Entity for Teaching<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}

/// A step of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeachingStep<'a> {
    /// How long it takes.
    pub minutes: u8,
    /// What happens.
    #[serde(borrow)]
    pub what: Text<'a>,
}

/// What a part of the teacher's page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum TeachingKind {
    /// What students take away.
    Aim,
    /// A lesson or several, step by step.
    Plan,
    /// A question to talk about.
    Prompt,
    /// What needs care.
    Care,
    /// How something is done in a classroom.
    Practice,
}

impl TeachingKind {
    /// All kinds, in the order in which they stand on the page.
    pub const ALL: [Self; 5] = [Self::Aim, Self::Plan, Self::Prompt, Self::Care, Self::Practice];

    /// The word that files use for it.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Aim => "aim",
            Self::Plan => "plan",
            Self::Prompt => "prompt",
            Self::Care => "care",
            Self::Practice => "practice",
        }
    }
}
