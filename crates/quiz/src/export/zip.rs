//! Files as one package (ZIP), not compressed.
//!
//! The packages that the page itself makes are small, and a crate that writes all that the format knows
//! would be several times as much to download as what it is needed for.

/// Most files of a package, and most bytes of it: what fits the format without its later extensions.
const MOST: usize = 0xFFFF;

/// Files by name, as a package; the same bytes whenever they are the same. None where they are too many
/// or too large for the format.
pub fn package(files: &[(String, String)]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let at = u32::try_from(out.len()).ok()?;
        let head = head(name, content)?;
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(content.as_bytes());
        directory.extend(b"PK\x01\x02");
        // Made by version 2.0 on no system in particular.
        directory.extend([20, 0]);
        directory.extend(&head);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = u16::try_from(files.len()).ok()?;
    let at = u32::try_from(out.len()).ok()?;
    let size = u32::try_from(directory.len()).ok()?;
    out.append(&mut directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend([size.to_le_bytes(), at.to_le_bytes()].concat());
    out.extend([0; 2]);
    Some(out)
}

/// What both records of a file say alike: versions, method, date, check, sizes, length of the name.
fn head(name: &str, content: &str) -> Option<[u8; 26]> {
    // Names are in UTF-8; nothing is compressed; January 1, 1980, the first day that there is.
    const START: [u8; 10] = [20, 0, 0, 8, 0, 0, 0, 0, 33, 0];
    let size = u32::try_from(content.len()).ok()?.to_le_bytes();
    let name = u16::try_from(name.len()).ok().filter(|it| usize::from(*it) < MOST)?.to_le_bytes();
    let mut head = [0; 26];
    let parts = [&START[..], &checksum(content.as_bytes()).to_le_bytes(), &size, &size, &name];
    for (to, from) in head.iter_mut().zip(parts.concat()) {
        *to = from;
    }
    Some(head)
}

/// The check of ZIP (CRC-32 of ISO 3309).
fn checksum(bytes: &[u8]) -> u32 {
    let step = |rest: u32, _| (rest >> 1) ^ if rest & 1 == 1 { 0xEDB8_8320 } else { 0 };
    !bytes.iter().fold(u32::MAX, |rest, byte| (0..8).fold(rest ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::{Cursor, Read};

    proptest! {
        #[test]
        fn a_package_is_read_by_others(files in prop::collection::btree_map("[a-zé]{1,12}(/[a-z]{1,8})?", any::<String>(), 0..6)) {
            let files: Vec<(String, String)> = files.into_iter().collect();
            let bytes = package(&files).unwrap();
            let mut read = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            prop_assert_eq!(read.len(), files.len());
            for (name, content) in &files {
                let mut text = String::new();
                // Reading to the end compares the check too.
                read.by_name(name).unwrap().read_to_string(&mut text).unwrap();
                prop_assert_eq!(&text, content);
            }
        }
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn a_name_that_is_too_long_is_refused() {
        assert_eq!(package(&[("n".repeat(MOST + 1), String::new())]), None);
    }
}
