//! What is kept on this device, told from what stands in the storage.

use super::choices::CHOICES;
use crate::notes::model::Notes;
use crate::progress::model::Progress;
use crate::progress::{NOTES_KEY, PROGRESS_KEY, SET_ASIDE};

/// One thing that is kept, for a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// So many passages read.
    Passages(usize),
    /// Where the reader stopped, as `chapter/passage`.
    Place(String),
    /// So many questions answered.
    Answers(usize),
    /// So many papers, begun or handed in.
    Papers(usize),
    /// So many questions that come up again.
    Review(usize),
    /// So many chapters in easy words.
    Easy(usize),
    /// So many marks and notes.
    Notes(usize),
    /// So many settings that are not the usual ones.
    Settings(usize),
    /// Something that this page can't read, such as what a newer one wrote.
    Unreadable,
    /// So many other things.
    Other(usize),
}

/// What these keys and texts of the storage hold.
pub fn kept(stored: &[(String, String)]) -> Vec<Kept> {
    let mut kept = Vec::new();
    let (mut settings, mut notes, mut other) = (0, 0, 0);
    let mut unreadable = false;
    for (key, text) in stored {
        if key == PROGRESS_KEY {
            match Progress::parse(text) {
                Ok(progress) => {
                    kept.push(Kept::Passages(progress.read.len()));
                    kept.extend(progress.place.map(Kept::Place));
                    kept.push(Kept::Answers(progress.answers.len()));
                    let quiz = |what: &str| {
                        let of_it = |(name, kept): &(&String, &(u32, String))| {
                            // What was given up is kept as empty.
                            name.starts_with(what) && !kept.1.is_empty()
                        };
                        progress.quiz.iter().filter(of_it).count()
                    };
                    kept.push(Kept::Papers(quiz("begun/")));
                    kept.push(Kept::Review(quiz("card/")));
                    kept.push(Kept::Easy(progress.easy.len()));
                }
                Err(_) => unreadable = true,
            }
        } else if key == NOTES_KEY {
            match Notes::parse(text) {
                Ok(found) => notes = found.all().len(),
                Err(_) => unreadable = true,
            }
        } else if key.ends_with(SET_ASIDE) {
            unreadable = true;
        } else if CHOICES.iter().any(|choice| choice.key() == *key) {
            settings += 1;
        } else {
            other += 1;
        }
    }
    kept.push(Kept::Notes(notes));
    kept.push(Kept::Settings(settings));
    if unreadable {
        kept.push(Kept::Unreadable);
    }
    kept.push(Kept::Other(other));
    kept.retain(|it| {
        !matches!(
            it,
            Kept::Passages(0)
                | Kept::Answers(0)
                | Kept::Papers(0)
                | Kept::Review(0)
                | Kept::Easy(0)
                | Kept::Notes(0)
                | Kept::Settings(0)
                | Kept::Other(0)
        )
    });
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stored(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn nothing_stored_is_nothing_kept() {
        assert_eq!(kept(&[]), []);
        assert_eq!(kept(&stored(&[(PROGRESS_KEY, "open-gates-progress\t1\n")])), []);
    }

    #[test]
    fn each_thing_is_counted() {
        let progress = "open-gates-progress\t1\nplace\ta/b\nread\ta/b\nread\ta/c\neasy\ta\n\
                        answer\tq\t1\t1/1\tone\tx\n\
                        quiz\tbegun/A\t1\t9\nquiz\tbegun/B\t2\t\nquiz\tcard/q\t1\t1:9\nquiz\tcard/r\t1\t1:9\n";
        let found = kept(&stored(&[
            (PROGRESS_KEY, progress),
            (
                NOTES_KEY,
                "open-gates-notes\t1\n\
                 note\t1\t\t\t2026.2\timportant\tfull\ta\tb\t\twords\t\t\n\
                 note\t2\t\t\t2026.2\tquestion\teasy\ta\tb\t\twords\t\t\n\
                 deleted\t3\n",
            ),
            ("open-gates.theme", "dark"),
            ("open-gates.size", "130"),
            ("open-gates.progress.set-aside", "?"),
            ("open-gates.listen", "on"),
        ]));
        assert_eq!(
            found,
            [
                Kept::Passages(2),
                Kept::Place("a/b".to_owned()),
                Kept::Answers(1),
                Kept::Papers(1),
                Kept::Review(2),
                Kept::Easy(1),
                Kept::Notes(2),
                Kept::Settings(2),
                Kept::Unreadable,
                Kept::Other(1),
            ]
        );
    }

    #[test]
    fn what_a_newer_page_wrote_is_told_of_though_not_read() {
        let newer = stored(&[(PROGRESS_KEY, "open-gates-progress\t99\n")]);
        assert_eq!(kept(&newer), [Kept::Unreadable]);
    }

    proptest! {
        #[test]
        fn nothing_stored_stops_the_list(key in "(open-gates\\.[a-z.-]{0,12})?", text in "\\PC{0,40}") {
            let _ = kept(&[(key, text)]);
        }
    }
}
