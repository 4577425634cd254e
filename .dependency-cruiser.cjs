// The layers of server/ARCHITECTURE.md: dependencies run one way, type imports included.
const engine = '^server/src/(text|quantity|syntax|standard|report|rules|audit|workspace|features)/';

/** Folders below each folder: the only ones of ours that it may import. */
const below = {
  text: [],
  quantity: [],
  syntax: ['text', 'quantity'],
  standard: ['text'],
  report: ['text', 'quantity', 'syntax', 'standard'],
  rules: ['text', 'quantity', 'standard', 'report', 'audit'],
  audit: ['text', 'quantity', 'standard', 'report', 'rules'],
  workspace: ['text', 'quantity', 'syntax', 'standard', 'report', 'rules', 'audit'],
  policy: ['text', 'standard', 'rules', 'audit'],
  features: ['text', 'quantity', 'syntax', 'standard', 'report', 'rules', 'audit', 'workspace'],
};

const layers = Object.entries(below).map(([folder, allowed]) => ({
  name: `layer-${folder}`,
  comment: `${folder}/ may import ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^server/src/${folder}/` },
  to: { path: '^(server|client|tests)/', pathNot: `^server/src/(${[folder, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'engine-without-packages',
      comment: 'the engine touches no package, file, network or process',
      severity: 'error',
      from: { path: engine },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'] },
    },
    {
      name: 'rules-stand-alone',
      comment: 'a rule imports no other rule, and nothing of the audit that runs it',
      severity: 'error',
      from: { path: '^server/src/rules/(structure|table|relation|prose|internal)/' },
      to: {
        path: [
          '^server/src/rules/(structure|table|relation|prose|internal)/',
          '^server/src/rules/registry',
          '^server/src/audit/audit\\.ts',
        ],
      },
    },
    {
      name: 'audit-parts-below-rules',
      comment: 'only audit.ts, which runs the rules, knows them',
      severity: 'error',
      from: { path: '^server/src/audit/', pathNot: '^server/src/audit/audit\\.ts' },
      to: { path: '^server/src/rules/' },
    },
    {
      name: 'protocol-only-in-lsp',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/src/lsp/' },
      to: { path: 'vscode-' },
    },
    {
      name: 'policy-without-files',
      comment: 'both edges read policies, each in its own way; the only package is the one that checks their form',
      severity: 'error',
      from: { path: '^server/src/policy/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'lsp-files-in-one-place',
      comment: 'a server in a browser reads its policies in another way',
      severity: 'error',
      from: { path: '^server/src/lsp/', pathNot: '^server/src/lsp/node-policy-files\\.ts' },
      to: { path: '^(node:)?fs(/|$)', dependencyTypes: ['core'] },
    },
    {
      name: 'cli-without-lsp',
      severity: 'error',
      from: { path: '^server/src/cli/' },
      to: { path: '^server/src/lsp/' },
    },
    {
      name: 'lsp-without-cli',
      severity: 'error',
      from: { path: '^server/src/lsp/' },
      to: { path: '^server/src/cli/' },
    },
    {
      name: 'client-is-thin',
      comment: 'the client knows only how a report is recognised, how a waiver is written down, and what the preview is sent',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: '^server/src/(standard/recognise|policy/add-waiver|lsp/preview-protocol)\\.ts' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/vscode/(host|out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
