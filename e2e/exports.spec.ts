// Questions for learning platforms, read back by parsers that others wrote.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'gift-pegjs';
import { validateXML } from 'xmllint-wasm';
import { DIST, expect, test } from './support/test.ts';
import type { Page } from '@playwright/test';
import { questions } from './support/story.ts';
import { stored } from './support/zip.ts';
import type { Question, QuestionType } from './support/story.ts';

const read = (name: string) => readFileSync(resolve(DIST, 'export', name));
const count = (...types: QuestionType[]) => types.reduce((sum, type) => sum + questions(type).length, 0);
const everything = () =>
  count('choose-one', 'choose-several', 'order', 'match', 'estimate', 'word-bank', 'weigh-sources', 'open');

test.beforeEach(({ output }) => test.skip(output !== 'site', 'does not differ by output'));

async function faultsIn(files: Iterable<[string, string]>) {
  const xml = [...files].map(([fileName, contents]) => ({ fileName, contents }));
  return (await validateXML({ xml, normalization: 'format' })).errors;
}

/** What some elements of documents say, read by the browser's own parser. */
const said = (page: Page, documents: string[], item: string, parts: string) =>
  page.evaluate(
    ([documents, item, parts]) =>
      documents
        .flatMap((text) => [...new DOMParser().parseFromString(text, 'text/xml').querySelectorAll(item)])
        .map((it) => ({
          id: it.getAttribute('identifier') ?? it.querySelector('idnumber')?.textContent ?? '',
          parts: [...it.querySelectorAll(parts)].map((part) => part.textContent?.trim() ?? ''),
        })),
    [documents, item, parts] as const,
  );

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

test('Moodle XML has the keys that grade here', async ({ page }) => {
  const file = [read('questions.moodle.xml').toString()];
  const right = await said(page, file, 'question', 'answer:not([fraction^="-"]):not([fraction="0"]) > text');
  const text = (question: Question, id: string) => question.options.find((it) => it.id === id)?.text;
  for (const question of [...questions('choose-one'), ...questions('choose-several'), ...questions('order')]) {
    const found = right.find((it) => it.id === question.id)?.parts ?? [];
    const key = question.key.map((id) => text(question, id));
    if (question.type === 'order') expect(found, question.id).toEqual(key);
    else expect(found.sort(), question.id).toEqual(key.sort());
  }
  const pairs = await said(page, file, 'question[type="matching"]', 'subquestion > text, subquestion > answer > text');
  for (const question of questions('match')) {
    const found = pairs.find((it) => it.id === question.id)?.parts ?? [];
    for (const { text, match } of question.options) expect(found[found.indexOf(text) + 1], question.id).toBe(match);
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

test('QTI items have the keys that grade here', async ({ page }) => {
  const items = [...stored(read('questions-qti21.zip'))].filter(([name]) => name.startsWith('items/'));
  const documents = items.map(([, text]) => text);
  const keys = await said(page, documents, 'assessmentItem', 'responseDeclaration > correctResponse > value');
  expect(keys.length).toBe(everything());
  for (const question of [...questions('choose-one'), ...questions('choose-several'), ...questions('order')]) {
    const found = keys.find((it) => it.id === question.id)?.parts ?? [];
    if (question.type === 'order') expect(found, question.id).toEqual(question.key);
    else expect(found.sort(), question.id).toEqual([...question.key].sort());
  }
});
