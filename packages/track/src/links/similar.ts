// When two channel ids are meant to be the same, or look the same.

/** Characters that read as others, in the fonts of spreadsheets and chat windows. */
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '|': 'l',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'l',
  ѕ: 's',
  ο: 'o',
  α: 'a',
  ν: 'v',
};

/** How an id looks: width and case folded, invisible characters gone, lookalikes made one, separators too. */
export function skeleton(id: string): string {
  return [...id.normalize('NFKC').toLowerCase()]
    .filter((char) => !/[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\s]/.test(char))
    .map((char) => LOOKALIKES[char] ?? char)
    .join('')
    .replace(/rn/g, 'm')
    .replace(/[-_.]+/g, '-');
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
export function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[other.length]!;
}
