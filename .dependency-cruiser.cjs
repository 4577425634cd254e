// The layers of server/ARCHITECTURE.md: dependencies run one way, type imports included.
const engine =
  '^server/src/(text|quantity|syntax|standard|report|series|findings|figures|fixes|rules|audit|workspace|features|output)/';

/** Folders below each folder: the only ones of ours that it may import. */
const below = {
  text: [],
  quantity: ['text'],
  syntax: ['text', 'quantity'],
  standard: ['text'],
  report: ['text', 'quantity', 'syntax', 'standard'],
  series: ['text', 'standard', 'report'],
  findings: ['text', 'standard', 'report'],
  figures: ['text', 'quantity', 'standard', 'report', 'findings'],
  fixes: ['text', 'quantity', 'syntax', 'standard', 'report', 'findings', 'figures'],
  rules: ['text', 'quantity', 'standard', 'report', 'series', 'findings', 'figures', 'fixes'],
  audit: ['text', 'standard', 'report', 'series', 'findings', 'figures', 'fixes', 'rules'],
  workspace: ['text', 'quantity', 'syntax', 'standard', 'report', 'findings', 'figures', 'rules', 'audit'],
  policy: ['text', 'standard', 'series', 'findings', 'rules'],
  files: ['text', 'policy'],
  intake: ['text', 'syntax', 'files'],
  output: [
    'intake',
    'text',
    'quantity',
    'standard',
    'report',
    'series',
    'findings',
    'figures',
    'rules',
    'audit',
    'workspace',
  ],
  office: ['text', 'output', 'features', 'intake', 'workspace'],
  features: [
    'text',
    'quantity',
    'syntax',
    'standard',
    'report',
    'findings',
    'figures',
    'fixes',
    'rules',
    'audit',
    'workspace',
  ],
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
      from: { path: '^server/src/rules/(structure|table|relation|prose|series|internal)/' },
      to: {
        path: [
          '^server/src/rules/(structure|table|relation|prose|series|internal)/',
          '^server/src/rules/registry',
          '^server/src/audit/',
        ],
      },
    },
    {
      name: 'features-not-inside-rules',
      comment:
        'whoever is no rule knows the registry, what a rule is, and the pages; what a rule reads or works out stands in report/ or figures/',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: '^server/src/rules/' },
      to: {
        path: '^server/src/rules/',
        pathNot:
          '^server/src/rules/(registry|rule|series-rule|series-registry|groups|explain|clause-page|english-pages)\\.ts$',
      },
    },
    {
      name: 'rules-only-judge',
      comment: 'a rule looks for nothing in the text: that is a reading of report/, which has the tools for it',
      severity: 'error',
      from: { path: '^server/src/rules/' },
      to: { path: '^server/src/(text/(any-of|matches|remembered)|report/outside-tables)\\.ts$' },
    },
    {
      name: 'office-packages-only-in-office',
      comment: 'they are in bundles of their own, loaded only when such a file is asked for',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: '^server/src/office/' },
      to: { path: 'node_modules/docx/' },
    },
    {
      name: 'zip-only-in-office-and-intake',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: '^server/src/(office|intake)/' },
      to: { path: 'node_modules/fflate/' },
    },
    {
      name: 'reading-packages-only-in-intake',
      comment: 'what takes files in is loaded only where a file is no text',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: '^server/src/intake/' },
      to: { path: 'node_modules/(saxen|parse5)/' },
    },
    {
      name: 'intake-anywhere',
      comment: 'a browser takes files in as well: nothing of Node, and only the packages that read the formats',
      severity: 'error',
      from: { path: '^server/src/intake/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: 'node_modules/(fflate|saxen|parse5|pdfjs-dist)/',
      },
    },
    {
      name: 'pdf-package-only-in-pdf',
      comment: 'it is in a bundle of its own, loaded only when such a file is read',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: '^server/src/intake/pdf/' },
      to: { path: 'node_modules/pdfjs-dist/' },
    },
    {
      name: 'office-alone-in-its-bundles',
      comment:
        'what they write comes as plain data, and they use nothing of Node: browsers may write such files as well',
      severity: 'error',
      from: { path: '^server/src/office/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: 'node_modules/(docx|fflate)/',
      },
    },
    {
      name: 'protocol-only-in-lsp',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/src/lsp/' },
      to: { path: 'vscode-' },
    },
    {
      name: 'policy-without-files',
      comment: 'the edges read them by way of files/; the only package is the one that checks their form',
      severity: 'error',
      from: { path: '^server/src/policy/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'one-way-to-the-disk',
      comment: 'whatever needs a file goes through the port of files/; the generators write the project’s own pages',
      severity: 'error',
      from: {
        path: '^(server|client)/',
        pathNot: '^server/(src/(files/node-[a-z]+|cli/generate-(docs|schema))\\.ts|scripts/.*)$',
      },
      to: { path: '^(node:)?fs(/|$)', dependencyTypes: ['core'] },
    },
    {
      name: 'files-without-node',
      comment: 'a browser decodes and walks as well: only the implementations for Node may use it',
      severity: 'error',
      from: { path: '^server/src/files/', pathNot: '^server/src/files/node-[a-z]+\\.ts$' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'] },
    },
    {
      name: 'node-files-in-programs',
      comment: 'only the programs that run in Node choose its disk',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: '^server/src/(cli/|lsp/main\\.ts$|files/node-[a-z]+\\.ts$)' },
      to: { path: '^server/src/files/node-[a-z]+\\.ts$' },
    },
    {
      name: 'worker-without-node',
      comment: 'the server in a browser: only its Node program and what belongs to it may use Node',
      severity: 'error',
      from: { path: '^server/src/lsp/', pathNot: '^server/src/lsp/(main|framed-messages|whole-messages)\\.ts' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'worker-without-node-protocol',
      severity: 'error',
      from: { path: '^server/src/lsp/', pathNot: '^server/src/lsp/main\\.ts' },
      to: { path: 'vscode-languageserver/lib/node/' },
    },
    {
      name: 'client-without-node',
      comment: 'the extension runs in browsers, too: Node is for node-client.ts alone',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/src/node-client\\.ts' },
      to: { path: ['^(node:)?[a-z_]+$', 'vscode-languageclient/lib/node/'], dependencyTypes: ['core', 'npm-dev'] },
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
      comment:
        'the client knows only how a report and its file’s name are recognised, how its parts are called, from which year on there is a form, how an issuer tells its level, how a waiver is written down, what a page for printing looks like, and our own requests (types)',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/page/' },
      to: {
        path: '^server/',
        pathNot:
          '^server/src/(features/conversion/paper-page|standard/(sections|editions)|report/(title/issuer|recognition/recognise|report)|policy/add-waiver|files/file-names|lsp/wire/[a-z-]+)\\.ts',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/(vscode/(host|out)|converters/node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
