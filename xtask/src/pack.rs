//! Packing what the single file holds, as small as the format allows that browsers unpack.
//!
//! Zopfli writes gzip that is smaller than that of others, and takes its time; so results are kept.

use std::fs;

use anyhow::Result;
use zopfli::{Format, Options};

use crate::{site, workspace};

/// Packs bytes by gzip.
pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let folder = workspace::web_target().join("packed");
    fs::create_dir_all(&folder)?;
    let kept = folder.join(format!("{}.gz", site::fingerprint(&[bytes])));
    if let Ok(packed) = fs::read(&kept) {
        return Ok(packed);
    }
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, bytes, &mut packed)?;
    // Written elsewhere first: an interrupted run must not leave half a result.
    let partial = kept.with_extension("partial");
    fs::write(&partial, &packed)?;
    fs::rename(partial, kept)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_packed_unpacks_and_is_smaller_than_by_gzip() {
        let text = fs::read(workspace::path("xtask/src/pack.rs")).unwrap();
        let packed = pack(&text).unwrap();
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        assert!(packed.len() < crate::single::gzip(&text).unwrap().len());
        // The second time it comes from what was kept.
        assert_eq!(pack(&text).unwrap(), packed);
    }
}
