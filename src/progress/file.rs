//! Progress as a file: to take along to another device, and to be read by later editions.
//!
//! It carries what is stored as text, section by section, each with the number of its lines, and
//! ends with a checksum, so that a file which was cut or changed on its way is noticed:
//!
//! ```text
//! open-gates-file  1
//! section  progress  3
//! open-gates-progress  1
//! edition  2026.1
//! read     cleveland-1963/study-group
//! section  notes  0
//! section  settings  1
//! theme    dark
//! end      1f2e3d4c
//! ```
//!
//! A section that this page does not know is passed over. Line ends may have been changed by a mail
//! program.

use super::lines::StoredError;
use super::model::Progress;
use std::fmt::Write as _;

/// The newest form that a file is written in.
pub const VERSION: u32 = 1;

/// The most bytes that a file may have. All that a storage holds is a fraction of it.
pub const LIMIT: usize = 2 * 1024 * 1024;

/// What the first line says before the version.
const MARK: &str = "open-gates-file";

/// What is taken along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedFile {
    /// What was read and answered.
    pub progress: Progress,
    /// Marks and notes, as the text in which they are stored.
    pub notes: String,
    /// Settings: name and value.
    pub settings: Vec<(String, String)>,
}

/// Why a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than [`LIMIT`].
    TooLarge,
    /// It is something else.
    NotOurs,
    /// A newer page wrote it.
    Newer,
    /// Its end is missing.
    Cut,
    /// It is not as it was written.
    Damaged,
    /// The browser could not read it.
    Unreadable,
}

/// Writes a file: progress, marks and notes as text, and settings as lines of name and value.
pub fn write(progress: &Progress, notes: &str, settings: &str) -> String {
    let mut out = format!("{MARK}\t{VERSION}\n");
    section(&mut out, "progress", &progress.write());
    section(&mut out, "notes", notes);
    section(&mut out, "settings", settings);
    let sum = out.lines().fold(u32::MAX, checksum);
    let _ = writeln!(out, "end\t{sum:08x}");
    out
}

impl SavedFile {
    /// Reads what [`write()`] wrote, by this or an earlier version.
    ///
    /// # Errors
    /// When `text` is anything else: nothing of it is to be used then.
    pub fn parse(text: &str) -> Result<Self, FileError> {
        if text.len() > LIMIT {
            return Err(FileError::TooLarge);
        }
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        let first = lines.next().unwrap_or_default();
        let version = first.strip_prefix(MARK).and_then(|rest| rest.strip_prefix('\t'));
        let version: u32 = version
            .and_then(|it| it.parse().ok())
            .ok_or(if first.starts_with(MARK) { FileError::Damaged } else { FileError::NotOurs })?;
        if version > VERSION {
            return Err(FileError::Newer);
        }
        let mut sum = checksum(u32::MAX, first);
        let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
        loop {
            let line = lines.next().ok_or(FileError::Cut)?;
            if let Some(end) = line.strip_prefix("end\t") {
                check(end, sum)?;
                break;
            }
            sum = checksum(sum, line);
            let (name, count) = line
                .strip_prefix("section\t")
                .and_then(|rest| rest.split_once('\t'))
                .and_then(|(name, count)| Some((name, count.parse::<usize>().ok()?)))
                // The last line of a file that was cut may be a piece of one.
                .ok_or(if lines.clone().next().is_none() {
                    FileError::Cut
                } else {
                    FileError::Damaged
                })?;
            let mut content = Vec::new();
            for _ in 0..count {
                let line = lines.next().ok_or(FileError::Cut)?;
                sum = checksum(sum, line);
                content.push(line);
            }
            sections.push((name, content));
        }
        if lines.any(|line| !line.trim().is_empty()) {
            return Err(FileError::Damaged);
        }
        let mut saved = Self::default();
        for (name, content) in sections {
            match name {
                "progress" => {
                    let progress = Progress::parse(&joined(&content));
                    saved.progress = progress.map_err(|error| match error {
                        StoredError::Newer => FileError::Newer,
                        StoredError::Unreadable => FileError::Damaged,
                    })?;
                }
                "notes" => saved.notes = joined(&content),
                "settings" => saved.settings.extend(content.iter().filter_map(|line| {
                    let (name, value) = line.split_once('\t')?;
                    Some((name.to_owned(), value.to_owned()))
                })),
                _ => {}
            }
        }
        Ok(saved)
    }
}

fn section(out: &mut String, name: &str, text: &str) {
    let _ = writeln!(out, "section\t{name}\t{}", text.lines().count());
    for line in text.lines() {
        out.push_str(line);
        out.push('\n');
    }
}

fn joined(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// Whether the end of a file fits what came before it. An end that is too short was cut.
fn check(end: &str, sum: u32) -> Result<(), FileError> {
    if end.len() < 8 {
        return Err(FileError::Cut);
    }
    match u32::from_str_radix(end.trim_end(), 16) {
        Ok(end) if end == sum => Ok(()),
        _ => Err(FileError::Damaged),
    }
}

/// CRC-32 of a line and its end, going on from that of the lines before. Of two texts that differ
/// in one place it is never the same.
fn checksum(before: u32, line: &str) -> u32 {
    line.bytes().chain([b'\n']).fold(before, |sum, byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIRST_EDITION: &str = include_str!("../../tests/fixtures/progress/v1-2026.1.txt");
    const THIS_EDITION: &str = include_str!("../../tests/fixtures/progress/v1-2026.2.txt");

    const ALL_OF_VERSION_ONE: &str =
        include_str!("../../tests/fixtures/progress/v1-2026.2-all.txt");

    fn saved() -> impl Strategy<Value = SavedFile> {
        (
            proptest::option::of("[a-z]{1,5}/[a-z]{1,5}"),
            proptest::collection::btree_set("[a-z]{1,3}/[a-z]{1,3}", 0..6),
            "([^\\r\\n]{0,12}\n){0,4}",
            proptest::collection::vec(("[a-z]{1,6}", "[a-z0-9]{1,6}"), 0..4),
        )
            .prop_map(|(place, read, notes, settings)| SavedFile {
                progress: Progress { edition: "2026.2".into(), place, read, ..Progress::default() },
                notes,
                settings,
            })
    }

    #[test]
    fn files_of_the_first_edition_and_of_this_one_are_read() {
        let first = SavedFile::parse(FIRST_EDITION).unwrap();
        assert_eq!(first.progress.edition, "2026.1");
        assert!(!first.progress.read.is_empty() && first.notes.is_empty());
        let this = SavedFile::parse(THIS_EDITION).unwrap();
        assert_eq!(this.progress.edition, "2026.2");
        assert!(!this.progress.answers.is_empty() && !this.notes.is_empty());
        assert!(this.settings.contains(&("theme".into(), "contrast".into())));
        // What this page writes is what it wrote.
        for text in [FIRST_EDITION, THIS_EDITION] {
            assert_eq!(write(&SavedFile::parse(text).unwrap()), text);
        }
    }

    /// Whoever makes a next version adds a file that this one wrote, and sees here that it is read.
    #[test]
    fn files_of_every_version_are_read_whole() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/progress");
        let mut versions = std::collections::BTreeSet::new();
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            let version = name.strip_prefix('v').and_then(|it| it.split_once('-')).unwrap().0;
            versions.insert(version.parse::<u32>().unwrap());
            let text = std::fs::read_to_string(&path).unwrap();
            let saved = SavedFile::parse(&text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            assert!(!saved.progress.read.is_empty(), "{name}");
        }
        assert_eq!(versions, (1..=VERSION).collect());
    }

    #[test]
    fn all_that_version_one_can_hold_is_read() {
        let saved = SavedFile::parse(ALL_OF_VERSION_ONE).unwrap();
        let progress = &saved.progress;
        assert_eq!(progress.place.as_deref(), Some("conference-1964/the-call"));
        assert_eq!((progress.read.len(), progress.easy.len()), (3, 2));
        let kinds: Vec<_> =
            progress.answers.values().map(|it| quiz::Answer::parse(&it.answer)).collect();
        assert!(kinds.len() == 6 && kinds.iter().all(Option::is_some), "{kinds:?}");
        let record = &progress.answers["cleveland-open"];
        assert_eq!((record.tries, record.points, record.out_of), (3, 2, 4));
        let own = quiz::Answer::Own {
            text: "They marched,\nwith a \\ and a\ttab.".into(),
            met: vec![0, 2],
        };
        assert_eq!(quiz::Answer::parse(&record.answer), Some(own));
        assert_eq!(progress.quiz.len(), 8);
        assert_eq!(progress.quiz["card/cleveland-year"], (2, "1:20782".to_owned()));
        let notes = crate::notes::model::Notes::parse(&saved.notes).unwrap();
        assert_eq!(notes.all().len(), 4);
        assert_eq!(notes.get("1764050000000-42").unwrap().text, "Ask about this.\nTwice.");
        assert_eq!(notes.write(), saved.notes);
        assert_eq!(saved.settings.len(), 7);
        assert_eq!(write(&saved), ALL_OF_VERSION_ONE);
    }

    #[test]
    fn what_a_mail_program_does_to_line_ends_is_harmless() {
        let saved = SavedFile::parse(THIS_EDITION).unwrap();
        let mailed = format!("\u{feff}{}\r\n\r\n", THIS_EDITION.replace('\n', "\r\n"));
        assert_eq!(SavedFile::parse(&mailed), Ok(saved));
    }

    #[test]
    fn something_else_is_refused_with_its_reason() {
        let parse = SavedFile::parse;
        for text in ["", "{}", "open-gates-progress\t1\n", "Dear teacher,\n", "\u{0}\u{1}"] {
            assert_eq!(parse(text), Err(FileError::NotOurs), "{text}");
        }
        assert_eq!(parse("open-gates-file\t2\nanything"), Err(FileError::Newer));
        assert_eq!(parse("open-gates-file\tx\n"), Err(FileError::Damaged));
        assert_eq!(parse(&"x".repeat(LIMIT + 1)), Err(FileError::TooLarge));
        assert_eq!(parse(&THIS_EDITION[..THIS_EDITION.len() / 2]), Err(FileError::Cut));
        assert_eq!(parse(&THIS_EDITION.replace("contrast", "light")), Err(FileError::Damaged));
        assert_eq!(parse(&format!("{THIS_EDITION}more")), Err(FileError::Damaged));
    }

    #[test]
    fn progress_of_a_newer_page_within_is_refused_as_such() {
        let text = sealed("open-gates-file\t1\nsection\tprogress\t1\nopen-gates-progress\t9\n");
        assert_eq!(SavedFile::parse(&text), Err(FileError::Newer));
    }

    #[test]
    fn a_section_of_a_later_page_is_passed_over() {
        let text = sealed("open-gates-file\t1\nsection\tvoices\t2\none\ntwo\n");
        assert_eq!(SavedFile::parse(&text), Ok(SavedFile::default()));
    }

    #[test]
    fn files_as_long_as_may_be_are_read() {
        for line in ["section\ta\t0", "section\tnotes\t1\n", "section\t\t9"] {
            let text = format!("open-gates-file\t1\n{}", format!("{line}\n").repeat(LIMIT / 20));
            let _ = SavedFile::parse(&sealed(&text));
        }
        let read: String = (0..80_000).map(|at| format!("read\ta/{at}\n")).collect();
        let text =
            format!("open-gates-file\t1\nsection\tprogress\t80001\nopen-gates-progress\t1\n{read}");
        assert_eq!(SavedFile::parse(&sealed(&text)).unwrap().progress.read.len(), 80_000);
    }

    /// Ends a file as this page does, whatever stands in it.
    fn sealed(text: &str) -> String {
        let mut text = text.to_owned();
        let sum = text.lines().fold(u32::MAX, checksum);
        let _ = writeln!(text, "end\t{sum:08x}");
        text
    }

    /// Lines as they stand in a file, and as somebody may write them who means no good.
    fn any_line() -> impl Strategy<Value = String> {
        let known = prop::sample::select(vec![
            "section\tprogress\t3",
            "section\tprogress\t99999999999999999999",
            "section\tnotes\t2",
            "section\tsettings\t-1",
            "open-gates-progress\t1",
            "open-gates-progress\t2",
            "open-gates-notes\t1",
            "edition\t",
            "place\ta/b",
            "read\ta/b",
            "read",
            "answer\tq\t4294967295\t9/0\tone\tx",
            "answer\tq\t4294967296\t1/1\tone\tx",
            "quiz\tcard/q\t4294967295\t1:9",
            "note\tn\t\t\t\timportant\tfull\ta\tb\t\twords\t\t",
            "deleted\tn",
            "theme\tdark",
            "end\t00000000",
        ]);
        prop_oneof![4 => known.prop_map(str::to_owned), 1 => "[^\\r\\n]{0,20}", 1 => "[a-z]{1,8}(\t\\PC{0,8}){0,4}"]
    }

    fn write(saved: &SavedFile) -> String {
        let settings: String =
            saved.settings.iter().map(|(name, value)| format!("{name}\t{value}\n")).collect();
        super::write(&saved.progress, &saved.notes, &settings)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(saved in saved()) {
            prop_assert_eq!(SavedFile::parse(&write(&saved)), Ok(saved));
        }

        #[test]
        fn a_file_with_a_fitting_end_is_refused_or_read_again_alike(
            lines in prop::collection::vec(any_line(), 0..16)
        ) {
            let text = lines.into_iter().fold("open-gates-file\t1\n".to_owned(), |text, line| text + &line + "\n");
            if let Ok(saved) = SavedFile::parse(&sealed(&text)) {
                prop_assert_eq!(SavedFile::parse(&write(&saved)), Ok(saved));
            }
            // Whatever a section holds, the other sections can be had.
            let count = text.lines().count();
            let within = format!("open-gates-file\t1\nsection\tnotes\t{count}\n{text}section\tsettings\t1\ntheme\tdark\n");
            let saved = SavedFile::parse(&sealed(&within)).unwrap();
            prop_assert_eq!(&saved.notes, &text);
            prop_assert_eq!(saved.settings, [("theme".to_owned(), "dark".to_owned())]);
        }

        #[test]
        fn no_bytes_stop_the_reading(
            bytes in proptest::collection::vec(any::<u8>(), 0..120), ours in any::<bool>()
        ) {
            let start = if ours { "open-gates-file\t1\nsection\tnotes\t" } else { "" };
            let _ = SavedFile::parse(&format!("{start}{}", String::from_utf8_lossy(&bytes)));
        }

        #[test]
        fn every_changed_byte_is_noticed_or_harmless(
            saved in saved(), at in any::<proptest::sample::Index>(), byte in any::<u8>()
        ) {
            let mut bytes = write(&saved).into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let read = SavedFile::parse(&String::from_utf8_lossy(&bytes));
            prop_assert!(read.is_err() || read == Ok(saved));
        }

        #[test]
        fn every_cut_is_noticed_or_harmless(saved in saved(), cut in any::<proptest::sample::Index>()) {
            let mut text = write(&saved);
            let mut cut = cut.index(text.len());
            while !text.is_char_boundary(cut) {
                cut -= 1;
            }
            text.truncate(cut);
            let read = SavedFile::parse(&text);
            prop_assert!(read.is_err() || read == Ok(saved));
        }
    }
}
