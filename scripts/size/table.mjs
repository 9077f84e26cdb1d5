// The README's table of sizes: written from measurements, and checked against them.

/** @typedef {{ name: string, first: number, later: number, max: number }} Row */

const markers = /(<!-- sizes -->\n)[\s\S]*?(<!-- \/sizes -->)/;
/** How far the README may be from the measurement. */
const tolerance = 0.01;

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** @param {Row[]} rows */
export function sizeTable(rows) {
  return [
    '| min + gzip | first load | later, when needed | budget |',
    '|---|--:|--:|--:|',
    ...rows.map(
      ({ name, first, later, max }) =>
        `| ${name} | ${kilobytes(first)} | ${later ? kilobytes(later) : '-'} | ${kilobytes(max)} |`,
    ),
    '',
  ].join('\n');
}

/**
 * The README with a new table between its markers.
 * @param {string} readme
 * @param {string} table
 */
export function withTable(readme, table) {
  if (!markers.test(readme)) throw new Error('README.md has no <!-- sizes --> ... <!-- /sizes -->.');
  return readme.replace(markers, (_, start, end) => start + table + end);
}

/**
 * What the README says wrongly of the sizes, as sentences.
 * @param {string} readme
 * @param {Row[]} rows
 * @returns {string[]}
 */
export function readTable(readme, rows) {
  const table = markers.exec(readme)?.[0];
  if (!table) return ['README.md has no size table: put <!-- sizes --> and <!-- /sizes --> around it.'];
  const said = new Map(
    [...table.matchAll(/^\| (.+?) \| ([\d.]+) KB \| (?:([\d.]+) KB|-) \|/gm)].map(
      ([, name, first, later = '0']) => [name, { first: Number(first) * 1000, later: Number(later) * 1000 }],
    ),
  );
  const wrong = rows.filter(({ name, first, later }) => {
    const row = said.get(name);
    return !row || !isNear(row.first, first) || !isNear(row.later, later);
  });
  return wrong.map(
    ({ name }) =>
      `README.md is out of date for "${name}". Run \`node scripts/size.mjs --write\` and commit it.`,
  );
}

/**
 * @param {number} said
 * @param {number} measured
 */
function isNear(said, measured) {
  // Beside the tolerance: what rounding to a tenth of a kilobyte may hide.
  return Math.abs(said - measured) <= Math.max(measured * tolerance, 50);
}
