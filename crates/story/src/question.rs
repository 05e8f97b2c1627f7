//! Items of the quiz. Keys name options by id, never by position, so options can be shuffled.

use crate::chapter::PassageAddress;
use crate::id::{ChoiceId, ClaimId, Entity, GroupId, QuestionId, SourceId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// One item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: QuestionId<'a>,
    /// What is asked.
    pub prompt: Text<'a>,
    /// What the answer consists of, with its key.
    pub task: Task<'a>,
    /// The passage that settles it.
    pub passage: PassageAddress<'a>,
    /// The claim that settles it.
    pub claim: ClaimId<'a>,
    /// How hard it is meant to be.
    pub difficulty: Difficulty,
    /// What it asks for.
    pub skill: Skill,
    /// Hints, from the gentlest on.
    pub hints: Vec<Text<'a>>,
    /// Said with a right answer.
    pub explanation: Text<'a>,
}

/// What the answer to an item consists of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Task<'a> {
    /// Choose one option.
    ChooseOne {
        /// What can be chosen.
        #[serde(borrow)]
        options: Vec<Choice<'a>>,
        /// The right one.
        key: ChoiceId<'a>,
    },
    /// Choose all options that hold.
    ChooseSeveral {
        /// What can be chosen.
        options: Vec<Choice<'a>>,
        /// Those that hold.
        key: Vec<ChoiceId<'a>>,
    },
    /// Put options in order.
    Order {
        /// What is to be ordered.
        options: Vec<Choice<'a>>,
        /// All of them in the right order.
        key: Vec<ChoiceId<'a>>,
    },
    /// Find each one's partner.
    Match {
        /// The right pairs.
        pairs: Vec<Pair<'a>>,
    },
    /// Find a group on the map.
    FindOnMap {
        /// The group.
        group: GroupId<'a>,
        /// Said with a wrong answer.
        feedback: Text<'a>,
    },
    /// Estimate the emigration of a span of years.
    Estimate {
        /// The figures, in the order of their years.
        figures: Vec<Figure>,
        /// How far off an estimate may be, in percent of a figure.
        tolerance: u8,
        /// Said with a wrong answer.
        feedback: Text<'a>,
    },
    /// Fill blanks from a bank of words.
    WordBank {
        /// The text with its blanks.
        text: Vec<Segment<'a>>,
        /// The words; more than there are blanks.
        options: Vec<Choice<'a>>,
    },
    /// Say how sources bear on the claim.
    WeighSources {
        /// The sources.
        sources: Vec<Weighing<'a>>,
    },
    /// Answer in one's own words, then check oneself.
    Open {
        /// What a good answer touches.
        rubric: Vec<Text<'a>>,
    },
}

/// An option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice<'a> {
    /// Its id within the question.
    #[serde(borrow)]
    pub id: ChoiceId<'a>,
    /// What it says.
    pub text: Text<'a>,
    /// Said where it was answered wrongly; none on a right option that needs no word.
    pub feedback: Text<'a>,
}

/// An option and its right partner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair<'a> {
    /// Its id within the question.
    #[serde(borrow)]
    pub id: ChoiceId<'a>,
    /// What is given.
    pub text: Text<'a>,
    /// What belongs to it.
    pub partner: Text<'a>,
    /// Said where it was matched wrongly.
    pub feedback: Text<'a>,
}

/// A piece of a text with blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Segment<'a> {
    /// Words that stand.
    Words(&'a str),
    /// A blank, with the option that belongs there.
    Blank(#[serde(borrow)] ChoiceId<'a>),
}

/// A figure to be estimated: people who left in a year.
///
/// From the emigration table, so that an item can be graded without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The year.
    pub year: i16,
    /// The count that the table gives.
    pub total: u32,
    /// The least that anyone counted.
    pub least: u32,
    /// The most that anyone counted.
    pub most: u32,
    /// Whether the table shows the count as doubtful.
    pub doubtful: bool,
}

/// A source to be weighed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighing<'a> {
    /// Its id within the question.
    #[serde(borrow)]
    pub id: ChoiceId<'a>,
    /// The source.
    pub source: SourceId<'a>,
    /// What it says, in our words.
    pub text: Text<'a>,
    /// How it bears on the claim.
    pub bears: Bearing,
    /// Said where it was weighed wrongly.
    pub feedback: Text<'a>,
}

/// How a source bears on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum Bearing {
    /// It says the same.
    Supports,
    /// It says otherwise.
    Disagrees,
    /// It says nothing on it.
    Silent,
}

/// How hard an item is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum Difficulty {
    /// Found by reading.
    Easy,
    /// Needs two passages or a thought.
    Medium,
    /// Needs weighing.
    Hard,
}

/// What an item asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
pub enum Skill {
    /// To remember.
    Recall,
    /// To understand.
    Understanding,
    /// To think with sources.
    Sources,
}

impl Task<'_> {
    /// The type as it stands in files.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::ChooseOne { .. } => "choose-one",
            Self::ChooseSeveral { .. } => "choose-several",
            Self::Order { .. } => "order",
            Self::Match { .. } => "match",
            Self::FindOnMap { .. } => "find-on-map",
            Self::Estimate { .. } => "estimate",
            Self::WordBank { .. } => "word-bank",
            Self::WeighSources { .. } => "weigh-sources",
            Self::Open { .. } => "open",
        }
    }
}

impl Bearing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Supports, Self::Disagrees, Self::Silent];

    /// How it bears, as it stands in files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Disagrees => "disagrees",
            Self::Silent => "silent",
        }
    }
}

impl Difficulty {
    /// The level as it stands in files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Medium => "medium",
            Self::Hard => "hard",
        }
    }
}

impl Skill {
    /// The skill as it stands in files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Understanding => "understanding",
            Self::Sources => "sources",
        }
    }
}

impl Entity for Question<'_> {
    fn id(&self) -> &str {
        self.id.0
    }
}
