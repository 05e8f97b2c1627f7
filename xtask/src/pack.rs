//! Packing what the single file holds by LZMA, which sees all that stood before: the evidence names
//! the same sources hundreds of times, far apart. The script that unpacks it is `unpack.js`.
//!
//! The form is that of `.lzma` files, which other programs read too.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result};
use lzma_rust2::{LzmaOptions, LzmaWriter};

use crate::{site, workspace};

/// Settings that are tried: lc, lp and pb of the format.
///
/// Text and modules differ in how many bits of a byte tell what follows it (lc). Whether something
/// stands at an even place, or at one that four divides (lp and pb), tells nothing in either.
const SETTINGS: [[u32; 3]; 5] = [[0, 0, 0], [1, 0, 0], [2, 0, 0], [3, 0, 0], [4, 0, 0]];

/// Packs bytes as small as they get. Results are kept, since each setting takes its time.
pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let folder = workspace::web_target().join("packed");
    fs::create_dir_all(&folder)?;
    let settings = format!("{SETTINGS:?}");
    let kept = folder.join(site::fingerprint(&[bytes, settings.as_bytes()]) + ".lzma");
    if let Ok(packed) = fs::read(&kept) {
        return Ok(packed);
    }
    let tried: Result<Vec<_>> = SETTINGS.into_iter().map(|it| lzma(bytes, it)).collect();
    let packed = tried?.into_iter().min_by_key(Vec::len).context("there is no setting to try")?;
    // Written elsewhere first: an interrupted run must not leave half a result.
    let partial = kept.with_extension("partial");
    fs::write(&partial, &packed)?;
    fs::rename(partial, kept)?;
    Ok(packed)
}

/// Packs bytes by one setting, with a dictionary that holds all of them.
fn lzma(bytes: &[u8], [lc, lp, pb]: [u32; 3]) -> Result<Vec<u8>> {
    let options = LzmaOptions {
        // The format has none that is smaller than a page of memory.
        dict_size: u32::try_from(bytes.len())?.max(4096),
        lc,
        lp,
        pb,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        ..LzmaOptions::with_preset(9)
    };
    let size = bytes.len().try_into()?;
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(size))?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::io::Read;

    use lzma_rust2::LzmaReader;

    use super::*;
    use crate::{boot, node, process, text91};

    /// Text, numbers of four bytes, and what repeats itself or does not.
    fn samples() -> Vec<Vec<u8>> {
        let mut seed = 1_u64;
        let mut random = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 56) as u8
        };
        let noise: Vec<u8> = (0..5000).map(|_| random()).collect();
        let words: Vec<u8> = (0..5000).map(|_| b"aabbcde "[usize::from(random() & 7)]).collect();
        // The same again, from near and from far.
        let mut far = noise.clone();
        far.extend_from_within(100..3000);
        far.extend([0; 70_000]);
        far.extend_from_within(50..4000);
        let text = fs::read(workspace::path("CONTRIBUTING.md")).unwrap();
        let numbers: Vec<u8> = (0..8000_u32).flat_map(|it| (it * it * 7).to_le_bytes()).collect();
        vec![vec![], vec![7], b"abababab".to_vec(), noise, words, far, text, numbers]
    }

    /// What the page's own script makes of packed bytes, in hexadecimal digits, or its error; and how
    /// often it let other work have its turn. Nothing where there is no Node to run it.
    fn unpacked_in_the_page(name: &str, packed: &[Vec<u8>]) -> Option<(Vec<String>, usize)> {
        if let Err(reason) = node::check() {
            println!("Left out: {reason:#}");
            return None;
        }
        let folder = workspace::path("target/xtask-tests").join(name);
        fs::create_dir_all(&folder).unwrap();
        let lines: Vec<_> = packed.iter().map(|it| text91::encode(it)).collect();
        fs::write(folder.join("packed.txt"), lines.join("\n")).unwrap();
        let script = format!(
            r#"const {{readFileSync,writeFileSync}}=require("fs");
            const lines=readFileSync("packed.txt","latin1").split("\n");
            const document={{getElementById:id=>({{textContent:lines[id]}})}};
            // A clock by which everything takes long.
            let time=0,turns=0;
            const performance={{now:()=>time+=13}};
            const Channel=MessageChannel;
            (async()=>{{
            const MessageChannel=class extends Channel{{constructor(){{super();turns++}}}};
            {}
            const said=[];
            for(const id in lines)said.push(await unpack(id).then(it=>Buffer.from(it).toString("hex"),String));
            writeFileSync("unpacked.txt",[...said,turns].join("\n"));
            process.exit();
            }})()"#,
            boot::unpack()
        );
        let file = folder.join("unpack.cjs");
        fs::write(&file, script).unwrap();
        process::run(node::node().arg(file).current_dir(&folder)).unwrap();
        let said = fs::read_to_string(folder.join("unpacked.txt")).unwrap();
        let mut lines: Vec<_> = said.split('\n').map(str::to_owned).collect();
        let turns = lines.pop().unwrap().parse().unwrap();
        assert_eq!(lines.len(), packed.len());
        Some((lines, turns))
    }

    fn hexadecimal(bytes: &[u8]) -> String {
        bytes.iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        })
    }

    #[test]
    fn what_is_packed_unpacks_and_is_smaller_than_by_gzip() {
        for sample in samples() {
            let packed = pack(&sample).unwrap();
            let mut unpacked = Vec::new();
            let mut reader = LzmaReader::new_mem_limit(packed.as_slice(), u32::MAX, None).unwrap();
            reader.read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, sample);
            assert!(
                sample.len() < 5001 || packed.len() < crate::single::gzip(&sample).unwrap().len()
            );
            // The second time it comes from what was kept.
            assert_eq!(pack(&sample).unwrap(), packed);
        }
    }

    #[test]
    fn the_page_unpacks_what_is_packed_by_any_setting() {
        let mut packed = Vec::new();
        let mut expected = Vec::new();
        for sample in samples() {
            for setting in [[3, 0, 2], [0, 0, 0], [4, 0, 0], [8, 0, 0], [0, 4, 4], [1, 3, 1]] {
                packed.push(lzma(&sample, setting).unwrap());
                expected.push(hexadecimal(&sample));
            }
        }
        let Some((unpacked, turns)) = unpacked_in_the_page("unpack", &packed) else { return };
        for (unpacked, expected) in unpacked.iter().zip(&expected) {
            assert!(unpacked == expected, "{unpacked:.80} is not {expected:.80}");
        }
        // Noise alone is 5,000 packets each time, with a turn for others after 256.
        assert!(turns > 6 * 5000 / 256, "{turns}");
    }

    #[test]
    fn the_page_refuses_what_is_damaged() {
        let text = fs::read(workspace::path("CONTRIBUTING.md")).unwrap();
        let whole = pack(&text[..2000]).unwrap();
        let mut damaged: Vec<_> = (0..whole.len()).map(|end| whole[..end].to_vec()).collect();
        damaged.push([whole.as_slice(), &[0]].concat());
        // Four bytes tell how large a dictionary is needed: the page keeps all in any case.
        for at in (0..whole.len()).filter(|at| !(1..5).contains(at)) {
            let mut other = whole.clone();
            other[at] ^= 1;
            damaged.push(other);
        }
        let Some((said, _)) = unpacked_in_the_page("damaged", &damaged) else { return };
        for (said, damaged) in said.iter().zip(&damaged) {
            assert_eq!(said, "Error: what this file holds is damaged", "{damaged:?}");
        }
    }
}
