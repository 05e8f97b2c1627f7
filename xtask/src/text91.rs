//! Bytes as text that can stand in a page: 16 characters for 13 bytes, where base64 has 16 for 12.
//!
//! After Joachim Henke's basE91, with an alphabet that markup leaves alone: printable ASCII but for
//! `&`, `<` and the backslash. The script that reads it is in `unpack.js`.

/// The character of each digit.
fn character(digit: u16) -> char {
    let digit = (digit % 91) as u8;
    let code = digit + b'!';
    // Three characters are passed over.
    let code = code + u8::from(code >= b'&');
    let code = code + u8::from(code >= b'<');
    char::from(code + u8::from(code >= b'\\'))
}

/// Writes bytes as text.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in bytes {
        bits |= u32::from(*byte) << count;
        count += 8;
        if count > 13 {
            // Two digits hold more than 13 bits; small values get one bit more.
            let (mut value, mut taken) = (bits & 0x1fff, 13);
            if value <= 88 {
                (value, taken) = (bits & 0x3fff, 14);
            }
            bits >>= taken;
            count -= taken;
            out.extend([character((value % 91) as u16), character((value / 91) as u16)]);
        }
    }
    if count > 0 {
        out.push(character((bits % 91) as u16));
        if count > 7 || bits > 90 {
            out.push(character((bits / 91) as u16));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the page's script does.
    fn decode(text: &str) -> Vec<u8> {
        let digit = |code: u8| {
            u32::from(code - 33)
                - u32::from(code > 38)
                - u32::from(code > 60)
                - u32::from(code > 92)
        };
        let (mut out, mut bits, mut count) = (Vec::new(), 0_u32, 0_u32);
        let codes: Vec<u32> = text.bytes().map(digit).collect();
        for pair in codes.chunks(2) {
            let &[low, high] = pair else {
                out.push((bits | pair[0] << count) as u8);
                break;
            };
            let value = low + high * 91;
            bits |= value << count;
            count += if value & 0x1fff > 88 { 13 } else { 14 };
            while count > 7 {
                out.push(bits as u8);
                bits >>= 8;
                count -= 8;
            }
        }
        out
    }

    #[test]
    fn what_is_written_is_read() {
        let mut seed = 1_u64;
        for length in [0, 1, 2, 3, 12, 13, 14, 100, 4096, 4097] {
            let bytes: Vec<u8> = (0..length)
                .map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (seed >> 56) as u8
                })
                .collect();
            let text = encode(&bytes);
            assert_eq!(decode(&text), bytes, "{length}");
            assert!(text.len() <= length * 16 / 13 + 2);
        }
        for byte in 0..=255 {
            assert_eq!(decode(&encode(&[byte; 40])), [byte; 40]);
        }
    }

    #[test]
    fn markup_finds_nothing_in_it() {
        let text: String = (0..91).map(character).collect();
        assert_eq!(text.len(), 91);
        assert!(text.bytes().all(|it| it.is_ascii_graphic()) && !text.contains(['<', '&', '\\']));
    }
}
