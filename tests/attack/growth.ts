/** Time and size: to be filled in. */
import type { Attack } from './attack';

export const growth: Attack = { name: 'growth', unit: 'families', usual: 40, run: () => ({ tried: 0, failures: [] }) };
