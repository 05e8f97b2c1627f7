// The items of the quiz that the peers can carry: those of which one or several options are chosen.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';
import { withoutMarkup } from './assemble.ts';

const QUESTIONS = resolve(dirname(fileURLToPath(import.meta.url)), '../content/en/questions');

/** An item of `content/en/questions/`: what of it is read here. */
interface Source {
  id: string;
  type: string;
  prompt: string;
  explanation: string;
  options?: { id: string; text: string }[];
  key?: string | string[];
}

/** An item as the peers' pages get it. */
export interface Item {
  id: string;
  prompt: string;
  explanation: string;
  /** Whether more than one option may be chosen. */
  isSeveral: boolean;
  right: string[];
  wrong: string[];
}

/** The items of a chapter, and how many it has on our page. */
export interface Quiz {
  chapter: string;
  title: string;
  items: Item[];
  /** How many there are of all types. */
  all: number;
}

/** The quizzes of some chapters. Hints, and what is said of each wrong option, are left out: the peers have no place for them. */
export function quizzes(chapters: { id: string; title: string }[]): Quiz[] {
  return chapters.map(({ id, title }) => {
    const file = readFileSync(resolve(QUESTIONS, `${id}.toml`), 'utf8');
    const { question } = parse(file) as unknown as { question: Source[] };
    return { chapter: id, title, items: question.filter(({ type }) => type.startsWith('choose-')).map(item), all: question.length };
  });
}

function item({ id, type, prompt, explanation, options = [], key = [] }: Source): Item {
  const texts = (isRight: boolean) =>
    options.filter((option) => [key].flat().includes(option.id) === isRight).map(({ text }) => withoutMarkup(text));
  return {
    id,
    prompt: withoutMarkup(prompt),
    explanation: withoutMarkup(explanation),
    isSeveral: type === 'choose-several',
    right: texts(true),
    wrong: texts(false),
  };
}
