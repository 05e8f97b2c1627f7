// Codes as their description tells them (crates/quiz/src/code.rs and result.rs), written a second time.

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PRIME = 1021;
const ROOT = 43;

/** The symbols of a code, without its check. */
export const symbols = (code: string) => [...code.replaceAll('-', '')].slice(0, -2).map((sign) => ALPHABET.indexOf(sign));

/** Symbols as a code, with its check. */
export function write(symbols: number[]): string {
  const sum = symbols.reduce((sum, symbol) => ((sum + symbol) * ROOT) % PRIME, 0);
  const check = (PRIME - ((sum + symbols.length + 2) % PRIME)) % PRIME;
  const signs = [...symbols, check >> 5, check & 31].map((symbol) => ALPHABET[symbol]).join('');
  return signs.match(/.{1,4}/g)!.join('-');
}

/** A result whose digits, as one number, are others. */
export function changed(result: string, change: (number: bigint) => bigint): string {
  const [zero = 0, version = 0, ...digits] = symbols(result);
  let number = change(digits.reduce((number, symbol) => number * 32n + BigInt(symbol), 0n));
  const changed: number[] = [];
  for (; number > 0n; number /= 32n) changed.unshift(Number(number % 32n));
  return write([zero, version, ...changed]);
}

/** The same result as if it were of the next edition of the questions. */
export function ofOtherEdition(result: string): string {
  // Before the edition come the number of items and the mix.
  const place = 60n * 4n;
  return changed(result, (number) => {
    const edition = (number / place) % 4096n;
    return number + (((edition + 1n) % 4096n) - edition) * place;
  });
}
