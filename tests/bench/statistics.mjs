// Medians, percentiles and the Markdown tables that the benchmark prints.

/** The value below which `share` of the sorted samples lie, interpolated between neighbours. */
export function quantile(samples, share) {
  if (samples.length === 0) return Number.NaN;
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

export const median = (samples) => quantile(samples, 0.5);

export const p95 = (samples) => quantile(samples, 0.95);

/** Milliseconds with three significant digits at most. */
export function milliseconds(value) {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export const times = (value) => (Number.isFinite(value) ? `${value.toFixed(2)}×` : '–');

/** One line of the main table: floor and ours in milliseconds, `target` as a multiple of the floor. */
export function comparison(measure, floor, ours, target) {
  const ratio = median(ours) / median(floor);
  return {
    measure,
    floor: median(floor),
    floorP95: p95(floor),
    ours: median(ours),
    oursP95: p95(ours),
    samples: ours.length,
    ratio,
    target,
    met: target === undefined ? undefined : ratio <= target,
  };
}

const verdict = (met) => (met === undefined ? '–' : met ? 'yes' : '**no**');

/** The main table. */
export function comparisonTable(rows) {
  const header = ['measure', 'floor (ms)', 'floor p95', 'ours (ms)', 'ours p95', 'n', 'ratio', 'target', 'met'];
  const lines = rows.map((row) => [
    row.measure,
    milliseconds(row.floor),
    milliseconds(row.floorP95),
    milliseconds(row.ours),
    milliseconds(row.oursP95),
    String(row.samples),
    times(row.ratio),
    row.target === undefined ? '–' : `${row.target}×`,
    verdict(row.met),
  ]);
  return markdownTable(header, lines);
}

/** A Markdown table: first column to the left, the others to the right. */
export function markdownTable(header, lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, index) => (index === 0 ? '---' : '---:'));
  return [row(header), row(rule), ...lines.map(row)].join('\n');
}
