import {readFileSync} from 'node:fs';

/** The README as it stands. */
export const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** A fenced block: ` ```html tag ` has the language "html" and the name "tag". */
export interface Snippet {
  language: string;
  name: string;
  code: string;
  /** Line of its closing fence, from 1. */
  end: number;
}

export const snippets: readonly Snippet[] = [
  ...readme.matchAll(/^```(\w+)(?: ([\w-]+))?\n([\s\S]*?)\n```$/gm),
].map(({0: whole, 1: language, 2: name, 3: code, index}) => ({
  language: language!,
  name: name ?? '',
  code: code!,
  end: readme.slice(0, index + whole.length).split('\n').length,
}));

/** What stands in a named block, to the letter. */
export function snippet(name: string): string {
  const found = snippets.filter((one) => one.name === name);
  if (found.length !== 1) throw Error(`README: ${found.length} snippets are called "${name}"`);
  return found[0]!.code;
}

/** Name and value of a header as a block of http gives it. */
export function headers(name: string): Record<string, string> {
  return Object.fromEntries(
    snippet(name)
      .split('\n')
      .map((line) => line.split(/: (.*)/s, 2)),
  ) as Record<string, string>;
}

/** The text under a heading, up to the next one of any level. */
export function section(heading: string): string {
  const lines = readme.replace(/^```[\s\S]*?^```$/gm, '').split('\n');
  const start = lines.findIndex((line) => line.replace(/^#+ /, '') === heading && line[0] === '#');
  if (start < 0) throw Error(`README: no heading "${heading}"`);
  const end = lines.findIndex((line, i) => i > start && /^#+ /.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}

/** Words in backticks. */
export const codeIn = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/** Rows of the tables under a heading, without their heads: cells by column. */
export function rows(heading: string): string[][] {
  return section(heading)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
