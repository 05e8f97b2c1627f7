// Puts the books that mdBook makes together in `target/bench/`: of the story, and of the quiz by mdbook-quiz.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'smol-toml';
import type { Chapter } from './assemble.ts';
import type { Quiz } from './items.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '..');
const TOOLS = resolve(ROOT, 'target/tools/bin');

/** Writes the story as a book and says where: a page for each chapter. */
export function assembleBook(story: Chapter[]): string {
  const { folder, write } = source('mdbook', story);
  for (const { id, title, passages } of story) {
    const texts = passages.map(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs].join('\n\n'));
    write(`src/${id}.md`, `# ${title}\n\n${texts.join('\n\n')}\n`);
  }
  return built(folder);
}

/** Writes the quizzes as a book and says where: a page for each chapter, with its quiz and nothing else. */
export function assembleQuizBook(quizzes: Quiz[]): string {
  const { folder, write } = source('mdbook-quiz', quizzes.map(({ chapter, title }) => ({ id: chapter, title })));
  for (const { chapter, title, items } of quizzes) {
    const questions = items.map(({ id, prompt, explanation, isSeveral, right, wrong }) => ({
      id,
      type: 'MultipleChoice',
      prompt: { prompt, distractors: wrong },
      answer: { answer: isSeveral ? right : right[0]! },
      context: explanation,
    }));
    write(`quizzes/${chapter}.toml`, stringify({ questions }));
    write(`src/${chapter}.md`, `# ${title}\n\n{{#quiz ../quizzes/${chapter}.toml}}\n`);
  }
  return built(folder);
}

/** A book's folder with its settings and its table of contents. */
function source(name: string, chapters: { id: string; title: string }[]) {
  const folder = resolve(ROOT, 'target/bench', name);
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['src', 'quizzes']) mkdirSync(resolve(folder, part), { recursive: true });
  cpSync(resolve(HERE, name, 'book.toml'), resolve(folder, 'book.toml'));
  const write = (path: string, text: string) => writeFileSync(resolve(folder, path), text);
  write('src/SUMMARY.md', ['# Summary', '', ...chapters.map(({ id, title }) => `- [${title}](${id}.md)`), ''].join('\n'));
  return { folder, write };
}

/** Makes the pages of a book. */
function built(folder: string): string {
  const program = resolve(TOOLS, process.platform === 'win32' ? 'mdbook.exe' : 'mdbook');
  if (!existsSync(program)) throw new Error('mdBook is missing: `cargo xtask bench peers` builds it');
  // mdBook looks for what it hands the chapters to on the path.
  const env = { ...process.env, PATH: `${TOOLS}${delimiter}${process.env['PATH'] ?? ''}` };
  execFileSync(program, ['build', folder], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return resolve(folder, 'book');
}
