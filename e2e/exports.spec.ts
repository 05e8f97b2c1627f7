// Questions for learning platforms, read back by parsers that others wrote.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'gift-pegjs';
import { validateXML } from 'xmllint-wasm';
import { DIST, expect, test } from './support/test.ts';
import { questions } from './support/story.ts';
import { stored } from './support/zip.ts';
import type { QuestionType } from './support/story.ts';

const read = (name: string) => readFileSync(resolve(DIST, 'export', name));
const count = (...types: QuestionType[]) => types.reduce((sum, type) => sum + questions(type).length, 0);
const everything = () =>
  count('choose-one', 'choose-several', 'order', 'match', 'estimate', 'word-bank', 'weigh-sources', 'open');

test.beforeEach(({ output }) => test.skip(output !== 'site', 'does not differ by output'));

async function faultsIn(files: Iterable<[string, string]>) {
  const xml = [...files].map(([fileName, contents]) => ({ fileName, contents }));
  return (await validateXML({ xml, normalization: 'format' })).errors;
}

test('GIFT has every type that it can carry, with keys and weights', () => {
  const items = parse(read('questions.gift.txt').toString()).filter((item) => item.type !== 'Category');
  expect(items.length).toBe(count('choose-one', 'choose-several', 'match', 'weigh-sources', 'open'));
  for (const question of questions('choose-one')) {
    const item = items.find((it) => it.title === question.id);
    expect(item?.type, question.id).toBe('MC');
    const right = item?.type === 'MC' ? item.choices.filter((it) => it.isCorrect) : [];
    const key = question.options.find((it) => it.id === question.key[0])!;
    expect(right.map((it) => it.text.text), question.id).toEqual([key.text]);
  }
  for (const question of questions('match')) {
    const item = items.find((it) => it.title === question.id);
    const pairs = item?.type === 'Matching' ? item.matchPairs.map((it) => [it.subquestion.text, it.subanswer]) : [];
    expect(pairs, question.id).toHaveLength(question.options.length);
  }
});

test('Moodle XML is well-formed and has all but the map', async () => {
  const text = read('questions.moodle.xml').toString();
  expect(await faultsIn([['questions.moodle.xml', text]])).toEqual([]);
  const types = [...text.matchAll(/<question type="(\w+)">/g)].map(([, type]) => type).filter((it) => it !== 'category');
  expect(types.length).toBe(everything());
  for (const [type, ours] of [
    ['ordering', count('order')],
    ['gapselect', count('word-bank')],
    ['essay', count('open')],
    ['matching', count('match', 'weigh-sources')],
    ['cloze', count('estimate')],
    ['multichoice', count('choose-one', 'choose-several')],
  ] as const) {
    expect(types.filter((it) => it === type).length, type).toBe(ours);
  }
});

test('the QTI package names every file that it holds, and each is well-formed', async () => {
  const files = stored(read('questions-qti21.zip'));
  const manifest = files.get('imsmanifest.xml')!;
  const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href = '']) => href);
  expect([...new Set(named), 'imsmanifest.xml'].sort()).toEqual([...files.keys()].sort());
  expect(named.filter((name) => name.startsWith('items/')).length).toBe(everything());
  expect(await faultsIn(files)).toEqual([]);
});
