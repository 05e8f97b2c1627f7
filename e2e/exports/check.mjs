// Reads exported items with parsers that others wrote. By hand, after
//
//   OPEN_GATES_EXPORTS=/tmp/exports cargo test -p open-gates-quiz files_for_programs -- --ignored
//   npm install --no-save gift-pegjs@1 xmllint-wasm@5
//
// as `node e2e/exports/check.mjs /tmp/exports`. With OPEN_GATES_QUESTIONS naming the questions.txt of
// a build, the first command writes the real items. XML is checked for being well-formed; the schemas
// of QTI are not part of the project.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "gift-pegjs";
import { validateXML } from "xmllint-wasm";

const folder = process.argv[2];
assert(folder, "the folder of exported items");

const gift = readFileSync(join(folder, "gift/questions.gift.txt"), "utf8");
const items = parse(gift).filter((item) => item.type !== "Category");
assert.equal(items.length, gift.match(/^\/\/ \[id:/gm).length);
for (const item of items) {
  assert(item.id && item.title && item.stem.text && item.globalFeedback.text, item.title);
  assert.equal(item.tags.length, 2, item.title);
  if (item.type === "MC") {
    const weights = item.choices.map((it) => it.weight ?? (it.isCorrect ? 100 : 0));
    const most = weights.filter((it) => it > 0).reduce((sum, it) => sum + it, 0);
    assert(Math.abs(most - 100) < 0.001, item.title);
  }
}
console.log(`gift: ${items.length} items`);

const xml = ["moodle", "qti"].flatMap((format) =>
  readdirSync(join(folder, format), { recursive: true })
    .filter((name) => name.endsWith(".xml"))
    .map((name) => join(folder, format, name)),
);
for (const fileName of xml) {
  const contents = readFileSync(fileName, "utf8");
  const { errors } = await validateXML({ xml: [{ fileName, contents }], normalization: "format" });
  assert.deepEqual(errors, [], fileName);
}
console.log(`xml: ${xml.length} files`);
