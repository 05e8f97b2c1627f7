//! Messages of the interface, per language.
//!
//! A language is one value of [`Messages`]: a message that is missing does not compile. Words of
//! the story itself are content, not messages.

mod en;
mod kiosk;
mod listen;
mod lms;
mod map;
mod notes;
mod projector;
mod quiz;
mod search;
mod settings;
mod sheets;
mod stage;
mod teach;
mod timeline;

pub use kiosk::KioskMessages;
pub use listen::ListenMessages;
pub use lms::LmsMessages;
pub use map::MapMessages;
pub use notes::NotesMessages;
pub use projector::ProjectorMessages;
pub use quiz::QuizMessages;
pub use search::SearchMessages;
pub use settings::{ChoiceWords, SettingsMessages};
pub use sheets::SheetMessages;
pub use stage::StageMessages;
pub use teach::TeachMessages;
pub use timeline::TimelineMessages;

use story::date::DateWords;
use story::{Activity, ClaimStatus, GroupKind, RelationKind, ResourceKind, SourceKind};

/// All words of the interface in one language.
pub struct Messages {
    /// Words that dates are written with.
    pub dates: DateWords,

    /// Said where a script has not started yet or cannot.
    pub needs_script: &'static str,
    /// Names the tools of a passage, which its heading follows.
    pub passage_tools: fn(&str) -> String,
    /// Leads to the questions that a passage settles.
    pub questions_here: &'static str,
    /// Copies the address of a passage.
    pub copy_link: &'static str,
    /// Said when the address of a passage was copied.
    pub link_copied: &'static str,

    /// Said on the button for a while after that.
    pub copied: &'static str,
    /// Said when the browser did not let it be copied.
    pub link_not_copied: &'static str,
    /// Said on the button for a while after that.
    pub link_above: &'static str,

    /// Said when a newer edition of the page has come.
    pub newer_edition: &'static str,
    /// Loads the newer edition.
    pub load_newer: &'static str,

    /// Leads past the navigation.
    pub skip_to_content: &'static str,
    /// Names the main navigation.
    pub main_navigation: &'static str,
    /// Link to the chapters.
    pub nav_story: &'static str,
    /// Link to the map.
    pub nav_map: &'static str,
    /// Link to the timeline.
    pub nav_timeline: &'static str,
    /// Link to the quiz.
    pub nav_quiz: &'static str,
    /// Link to the sources.
    pub nav_sources: &'static str,
    /// Switches to the dark theme.
    pub dark_theme: &'static str,

    /// Leads into the first chapter.
    pub start_reading: &'static str,
    /// Stands in the place of a view whose program did not come.
    pub view_not_loaded: &'static str,
    /// Prints all chapters.
    pub print_story: &'static str,
    /// Leads to the last place read.
    pub resume: &'static str,
    /// Leads to the last place read, by its heading.
    pub resume_at: fn(&str) -> String,
    /// Heading of the list of chapters.
    pub chapters: &'static str,
    /// "Chapter 2".
    pub chapter_number: fn(usize) -> String,
    /// Number of passages of a chapter read, and of all.
    pub passages_read: fn(usize, usize) -> String,
    /// What the map is for, in a sentence.
    pub map_invitation: &'static str,
    /// What the quiz is for, in a sentence.
    pub quiz_invitation: &'static str,
    /// What the sources are for, in a sentence.
    pub sources_invitation: &'static str,

    /// Switch to the easy text.
    pub easy_words: &'static str,
    /// Before the closing question of a chapter.
    pub argue: &'static str,
    /// Link to the next chapter.
    pub next_chapter: &'static str,
    /// Link to the previous chapter.
    pub previous_chapter: &'static str,
    /// Names the links from chapter to chapter.
    pub chapter_navigation: &'static str,
    /// Heading of what a chapter speaks of.
    pub in_this_chapter: &'static str,
    /// Heading of groups.
    pub groups: &'static str,
    /// Heading of people.
    pub people: &'static str,
    /// Link to the quiz of a chapter.
    pub test_yourself: &'static str,

    /// Heading of a claim's evidence.
    pub how_do_we_know: &'static str,
    /// Spoken after words that carry a claim, in the place of its mark.
    pub claim_mark: &'static str,
    /// Spoken after words that carry a disputed claim, in the place of its mark.
    pub disputed_mark: &'static str,
    /// Heading of sources for a claim.
    pub sources_for: &'static str,
    /// Heading of sources against a claim.
    pub sources_against: &'static str,
    /// Heading of the verdict.
    pub our_verdict: &'static str,
    /// Heading of the list of passages where something appears.
    pub appears_in: &'static str,
    /// Names of a claim's status.
    pub claim_status: fn(ClaimStatus) -> &'static str,
    /// Names of kinds of source.
    pub source_kind: fn(SourceKind) -> &'static str,
    /// Before what part of a source was seen.
    pub consulted: &'static str,
    /// Heading of all claims.
    pub claims: &'static str,
    /// Says what the list of claims is.
    pub claims_introduction: &'static str,
    /// Heading of what sources disagree about.
    pub disputes: &'static str,
    /// Says what the list of disputes is.
    pub disputes_introduction: fn(usize, usize) -> String,
    /// Heading of claims that no chapter tells of.
    pub claims_elsewhere: &'static str,
    /// Spoken while evidence comes that was asked for.
    pub evidence_coming: &'static str,
    /// Said where evidence has not come yet.
    pub evidence_waiting: &'static str,
    /// Before the link to the file of the evidence.
    pub evidence_otherwise: &'static str,
    /// Leads to the file of the evidence.
    pub evidence_file: &'static str,
    /// Heading of how to teach with the page.
    pub teach: &'static str,
    /// Heading of where to look further.
    pub further: &'static str,
    /// Says what stands there.
    pub further_introduction: &'static str,
    /// Names of kinds of resource.
    pub resource_kind: fn(ResourceKind) -> &'static str,
    /// Heading of all sources.
    pub sources: &'static str,
    /// Says what the list of sources is.
    pub sources_introduction: &'static str,

    /// Heading of the map.
    pub map: &'static str,
    /// Says what the map shows.
    pub map_introduction: &'static str,
    /// Names the map for a screen reader, with how to use it.
    pub map_label: &'static str,
    /// Said where the map has not started yet or cannot.
    pub map_needs_script: &'static str,
    /// Label of the year's control.
    pub year: &'static str,
    /// One year back.
    pub year_back: &'static str,
    /// One year on.
    pub year_on: &'static str,
    /// Heading of the key to the signs.
    pub map_key: &'static str,
    /// Heading of the list of groups.
    pub all_groups: &'static str,
    /// Names of kinds of group.
    pub group_kind: fn(GroupKind) -> &'static str,
    /// Names of states of activity.
    pub activity: fn(Activity) -> &'static str,
    /// What the map shows in a year: year, active, perhaps active, states.
    pub map_summary: fn(i16, usize, usize, usize) -> String,
    /// A group's dates: founded, ended if known.
    pub founded_ended: fn(&str, Option<&str>) -> String,
    /// Before other names.
    pub also_known_as: &'static str,
    /// Before one thing a group did.
    pub action: &'static str,
    /// Heading of relations.
    pub relations: &'static str,
    /// Names of relations.
    pub relation: fn(RelationKind) -> &'static str,

    /// Heading of the timeline.
    pub timeline: &'static str,
    /// Says what the timeline is.
    pub timeline_introduction: &'static str,
    /// Says what the list of people is.
    pub people_introduction: &'static str,
    /// A person's birth, where no more is known of the dates.
    pub born: fn(&str) -> String,
    /// A person's death, where no more is known of the dates.
    pub died: fn(&str) -> String,
    /// Heading of the glossary.
    pub glossary: &'static str,
    /// Says what the glossary is.
    pub glossary_introduction: &'static str,
    /// Columns of the emigration table.
    pub emigration_columns: [&'static str; 4],
    /// How a figure is read: as counted, about, at least.
    pub count: fn(story::Bound, u32) -> String,
    /// Marks a figure as doubtful.
    pub doubtful: &'static str,

    /// Closes a popover or a panel.
    pub close: &'static str,
    /// Leads to the page of what a popover shows.
    pub open_page: &'static str,

    /// Heading of the quiz.
    pub quiz: &'static str,
    /// Says what the quiz is.
    pub quiz_introduction: &'static str,
    /// Said where the quiz has not started yet or cannot.
    pub quiz_needs_script: &'static str,
    /// Said where the questions have not come yet.
    pub quiz_waiting: &'static str,
    /// "Question 2 of 9".
    pub question_number: fn(usize, usize) -> String,
    /// Says that one option is to be chosen.
    pub choose_one: &'static str,
    /// Says that several options may be chosen.
    pub choose_several: &'static str,
    /// Says that options are to be put in order.
    pub put_in_order: &'static str,
    /// Hands an answer in.
    pub check_answer: &'static str,
    /// Said where nothing was chosen.
    pub choose_first: &'static str,
    /// Takes an answer back to try again.
    pub try_again: &'static str,
    /// Leads on.
    pub next_question: &'static str,
    /// Leads back.
    pub previous_question: &'static str,
    /// Shows a hint.
    pub hint: &'static str,
    /// A right answer.
    pub right: &'static str,
    /// A wrong answer.
    pub wrong: &'static str,
    /// An answer that is partly right: points and out of.
    pub partly_right: fn(u32, u32) -> String,
    /// Beside an option: chosen rightly, chosen wrongly, left out wrongly.
    pub option_marks: [&'static str; 3],
    /// Leads to the sentence that settles an item.
    pub take_me_to_the_sentence: &'static str,
    /// Says how many items were answered rightly: right, answered, all.
    pub quiz_score: fn(usize, usize, usize) -> String,
    /// Moves an option up.
    pub move_up: fn(&str) -> String,
    /// Moves an option down.
    pub move_down: fn(&str) -> String,
    /// Announces where an option stands now.
    pub moved: fn(&str, usize, usize) -> String,
    /// Leads back to a question from the passage that settles it.
    pub back_to_question: &'static str,

    /// Heading of the page for addresses that lead nowhere.
    pub not_found: &'static str,
    /// Says what was asked for.
    pub not_found_text: fn(&str) -> String,
    /// Before the nearest address.
    pub did_you_mean: &'static str,

    /// Heading of the banner of a failed start.
    pub trouble_heading: &'static str,
    /// Text of the banner of a failed start.
    pub trouble_text: &'static str,
    /// Loads the page again.
    pub reload: &'static str,
    /// Said once where storage is blocked.
    pub storage_blocked: &'static str,
    /// What stands at the foot of the page.
    pub footer: fn(&str, &str, &str) -> String,
}

/// The messages of the language in use.
pub fn messages() -> &'static Messages {
    &en::ENGLISH
}

/// Words that a part of the page has for itself: they come with it, and not with what starts the page.
macro_rules! of_parts {
    ($($name:ident: $words:ty = $module:ident, $of:literal;)*) => {$(
        #[doc = concat!("Words of ", $of, ".")]
        pub fn $name() -> &'static $words {
            &$module::ENGLISH
        }
    )*};
}

of_parts! {
    of_kiosk: KioskMessages = kiosk, "the page on a stand for everybody";
    of_listen: ListenMessages = listen, "reading aloud";
    of_lms: LmsMessages = lms, "the page in a learning platform";
    of_map: MapMessages = map, "the map and its controls";
    of_notes: NotesMessages = notes, "marks and notes";
    of_projector: ProjectorMessages = projector, "the projector";
    of_quiz: QuizMessages = quiz, "the quiz";
    of_search: SearchMessages = search, "the search";
    of_settings: SettingsMessages = settings, "settings";
    of_sheets: SheetMessages = sheets, "sheets on paper";
    of_stage: StageMessages = stage, "the stage beside the text";
    of_teach: TeachMessages = teach, "the teacher's page";
    of_timeline: TimelineMessages = timeline, "the timeline, and of what entries are connected with";
}
