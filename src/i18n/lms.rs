//! Words of the page in a learning platform.

use crate::lms::suspend::Part;
use lms::letters::Refused;
use lms::{ErrorCode, Fault, Matter};

/// Words of the page in a learning platform.
pub struct LmsMessages {
    /// Names what is said of the platform.
    pub region: &'static str,
    /// Closes it.
    pub close: &'static str,
    /// Said where there is no platform.
    pub none: &'static str,
    /// Said at the first visit: what the platform is told.
    pub told: &'static str,
    /// Something that went wrong.
    pub fault: fn(Fault) -> String,
    /// Said where the platform holds what can't be read.
    pub refused: fn(Refused) -> &'static str,
    /// Lets what can't be read be replaced.
    pub replace: &'static str,
    /// Said when that was done.
    pub replaced: &'static str,
    /// Says what did not fit.
    pub left_out: fn(&[Part]) -> String,
    /// Said where the course names a paper that is not there.
    pub no_such_paper: &'static str,
    /// Said where the questions did not come, by which progress is read.
    pub no_questions: &'static str,
    /// Said when the reader cleared the device.
    pub cleared: &'static str,
}

pub(super) static ENGLISH: LmsMessages = LmsMessages {
    region: "Learning platform",
    close: "Close this message",
    none: "This page was packed for a learning platform, but it does not stand in one here. It \
               works as always; only no platform is told what you do.",
    told: "Your learning platform keeps what you read and answer here, also what you write in your \
           own words, and your teacher may see it. Marks, notes and settings stay in this browser.",
    fault,
    refused: |refused| match refused {
        Refused::Newer => {
            "Your learning platform keeps progress that a newer version of this page wrote. It is \
                 left there as it is, and what you do now is not kept there, unless you replace it."
        }
        Refused::Damaged => {
            "What your learning platform kept of your progress can’t be read. It is left there as \
                 it is, and what you do now is not kept there, unless you replace it."
        }
    },
    replace: "Replace it by what this page knows",
    replaced: "From now on the platform keeps what you do here.",
    left_out,
    no_such_paper: "This course names a paper, but this edition has none of that code. All that \
                        you do counts instead. Please tell your teacher.",
    no_questions: "The questions did not come, so this page can’t tell your learning platform \
                       what you do. Loading the page again may help.",
    cleared: "This device was cleared. What your learning platform had is still there: open the \
                  page from there again to go on.",
};

fn fault(Fault { matter, code }: Fault) -> String {
    let what = match matter {
        Matter::Start => "Your learning platform does not answer this page, so it is told nothing",
        Matter::Place => "Your learning platform did not take or give the place where you stopped",
        Matter::Data => "Your learning platform did not take or give all of your progress",
        Matter::Status => "Your learning platform did not take whether you are done",
        Matter::Score => "Your learning platform did not take your score",
        Matter::Time => "Your learning platform did not take how long you worked",
        Matter::Answers => "Your learning platform did not take single answers",
        Matter::Keeping => "Your learning platform could not keep what it was told",
        Matter::End => "Your learning platform did not take the end of this session",
    };
    let why = match code {
        ErrorCode::NoAnswer => "it gave no answer".to_owned(),
        ErrorCode::General => "it does not say why (101)".to_owned(),
        ErrorCode::Argument => "it does not know what it was asked for (201)".to_owned(),
        ErrorCode::NoChildren => "it has no list of that (202)".to_owned(),
        ErrorCode::NoCount => "it does not count that (203)".to_owned(),
        ErrorCode::NotInitialized => "the session had not begun or was over (301)".to_owned(),
        ErrorCode::NotImplemented => "it has no place for that (401)".to_owned(),
        ErrorCode::Keyword => "it keeps that name for itself (402)".to_owned(),
        ErrorCode::ReadOnly => "it lets that be read only (403)".to_owned(),
        ErrorCode::WriteOnly => "it lets that be written only (404)".to_owned(),
        ErrorCode::WrongType => "it wants that in another form (405)".to_owned(),
        ErrorCode::Other(code) => ["it says ", &code.to_string()].concat(),
    };
    let rest = match matter {
        Matter::Start => "The page works as always.",
        Matter::End => "Close its window to be sure.",
        _ => "All else goes on.",
    };
    [what, ": ", &why, ". ", rest].concat()
}

fn left_out(parts: &[Part]) -> String {
    let mut words = String::from(
        "Not all of your progress has room in what learning platforms keep. Left out there, or not \
         whole: ",
    );
    for (at, part) in parts.iter().enumerate() {
        words.push_str(if at == 0 { "" } else { ", " });
        words.push_str(match part {
            Part::Place => "where to go on",
            Part::Read => "passages read",
            Part::Easy => "chapters in easier words",
            Part::Begun => "papers that you began",
            Part::Answers => "answers",
            Part::Review => "what is to be reviewed",
            Part::HandedIn => "papers that you handed in",
            Part::Other => "what another edition kept",
            Part::OwnWords => "answers in your own words",
        });
    }
    words.push_str(". You can save all of it as a file in the settings.");
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::of_lms;

    #[test]
    fn every_fault_is_said_in_words_and_no_two_alike() {
        let matters = [
            Matter::Start,
            Matter::Place,
            Matter::Data,
            Matter::Status,
            Matter::Score,
            Matter::Time,
            Matter::Answers,
            Matter::Keeping,
            Matter::End,
        ];
        let mut seen = std::collections::BTreeSet::new();
        for matter in matters {
            for code in [101, 201, 202, 203, 301, 401, 402, 403, 404, 405, 999] {
                let code = ErrorCode::of(code).unwrap();
                let words = (of_lms().fault)(Fault { matter, code });
                assert!(words.ends_with('.') && seen.insert(words.clone()), "{words}");
            }
        }
    }

    #[test]
    fn what_is_left_out_is_named() {
        let words = (of_lms().left_out)(&[Part::Other, Part::OwnWords]);
        assert!(words.contains("what another edition kept, answers in your own words."), "{words}");
    }
}
