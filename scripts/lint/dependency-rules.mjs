/**
 * The picture of docs/architecture.md as data: what each workspace, and each folder inside one, may import. A workspace or a
 * folder that is missing here fails the check, so that it gets a place in the picture before it gets its first import.
 */
export const WORKSPACES = {
  'packages/sa-core': { workspaces: [], external: [] },
  'packages/chemistry': { workspaces: ['packages/sa-core'], external: ['openchemlib'] },
  'packages/protocol': { workspaces: ['packages/sa-core'], external: ['zod', 'zod-openapi'] },
  'packages/client': { workspaces: ['packages/protocol'], external: ['eventsource-parser'] },
  'apps/api': { workspaces: ['packages/sa-core', 'packages/chemistry', 'packages/protocol'] },
  'apps/web': {
    workspaces: ['packages/sa-core', 'packages/chemistry', 'packages/protocol', 'packages/client'],
  },
  'apps/cli': {
    workspaces: ['packages/sa-core', 'packages/chemistry', 'packages/protocol'],
    external: ['commander'],
  },
  'apps/load': { workspaces: ['packages/protocol', 'packages/client'] },
  'apps/study': { workspaces: ['packages/sa-core', 'packages/chemistry'] },
};

/** `shared` are the files at the top of src that every folder may import; the other files there may only import. */
const FOLDERS = {
  'packages/sa-core': {
    shared: ['errors', 'random'],
    folders: {
      molecule: [],
      displacement: ['molecule'],
      scoring: ['molecule'],
      filters: ['molecule', 'displacement'],
      annealing: ['molecule', 'displacement', 'scoring', 'filters'],
      // Many annealings at once, on threads.
      ensemble: ['molecule', 'displacement', 'scoring', 'filters', 'annealing'],
    },
  },
  'apps/cli': {
    shared: ['errors', 'exit-code', 'surroundings'],
    folders: {
      progress: [],
      options: [],
      annealing: [],
      output: ['annealing', 'progress'],
      commands: ['options', 'annealing', 'output', 'progress'],
    },
  },
  'apps/load': {
    shared: ['errors', 'load-plan'],
    folders: {
      measure: [],
      servers: [],
      traffic: ['measure'],
      run: ['measure', 'servers', 'traffic'],
      report: ['measure', 'run'],
      scenarios: ['report'],
    },
  },
  'apps/api': {
    shared: ['config', 'configuration-value'],
    folders: {
      errors: [],
      // Who may come in, and under what name.
      access: ['errors'],
      connections: ['errors'],
      // What counts together: a browser by its cookie, a program by its address.
      clients: ['store', 'errors'],
      store: [],
      // What the worker imports is loaded by every thread, so the server's side must stay out of it.
      annealing: ['errors'],
      sessions: ['annealing', 'clients', 'store', 'errors'],
      streaming: ['annealing', 'sessions', 'errors'],
      classes: ['annealing', 'sessions', 'clients', 'store', 'errors'],
      metrics: ['annealing', 'sessions', 'streaming', 'store'],
      routes: ['annealing', 'sessions', 'streaming', 'classes', 'metrics', 'clients', 'store', 'errors'],
    },
  },
  'apps/web': {
    shared: ['format', 'latest-only', 'lazy-part'],
    folders: {
      look: [],
      runner: [],
      run: ['runner'],
      // What a run looks for, in words.
      objective: [],
      setup: ['runner', 'objective'],
      // Below here each folder is a part of the page. It reads the stores; what two parts share moves down.
      chart: ['run'],
      names: ['run'],
      molecule: ['run', 'names'],
      isomers: ['run', 'runner', 'molecule', 'names'],
      controls: ['run', 'runner'],
      formula: ['setup'],
      parameters: ['setup', 'objective'],
      compare: ['run', 'runner', 'setup', 'chart', 'objective'],
      presets: ['setup', 'formula'],
      step: ['run', 'runner', 'molecule'],
      class: ['look', 'runner', 'run', 'setup', 'molecule', 'formula', 'presets'],
      offline: [],
      share: ['run', 'runner', 'setup', 'molecule'],
      page: [
        'look',
        'run',
        'setup',
        'chart',
        'molecule',
        'isomers',
        'controls',
        'formula',
        'parameters',
        'presets',
        'step',
        'class',
        'objective',
        'compare',
        'offline',
        'share',
      ],
    },
  },
};

const TEST = '(\\.(test|verify|e2e)\\.ts$|/(testing|fixtures|verification|e2e|bench|screenshots)/)';
const literal = (text) => text.replace(/[.\\/-]/g, '\\$&');
const anyOf = (names) => (names.length > 0 ? `(${names.map(literal).join('|')})` : '(?!)');

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

function workspaceRules([folder, { workspaces, external }]) {
  const source = `^${literal(folder)}/`;
  const rules = [
    rule(
      `${folder} imports ${workspaces.join(', ') || 'no other workspace'}`,
      'Dependencies point one way.',
      { path: source },
      { path: '^(packages|apps)/', pathNot: `^${anyOf([folder, ...workspaces])}/` },
    ),
  ];
  if (external) {
    rules.push(
      rule(
        `${folder} depends on ${external.join(', ') || 'nothing'}`,
        'What stands low in the picture is imported by everything above it, and brings its dependencies along.',
        { path: source, pathNot: TEST },
        { path: 'node_modules/', pathNot: `node_modules/${anyOf(external)}/` },
      ),
    );
  }
  return rules;
}

function folderRules([workspace, { shared, folders }]) {
  const src = `^${literal(workspace)}/src/`;
  const top = `${anyOf(shared)}\\.tsx?$`;
  return Object.entries(folders).map(([folder, targets]) =>
    rule(
      `${workspace}: ${folder} imports ${targets.join(', ') || 'no other folder'}`,
      'Inside a workspace, too, dependencies point one way. Tests may look further.',
      { path: `${src}${literal(folder)}/`, pathNot: TEST },
      { path: src, pathNot: [`${src}${anyOf([folder, ...targets])}/`, `${src}${top}`] },
    ),
  );
}

export const RULES = [
  ...Object.entries(WORKSPACES).flatMap(workspaceRules),
  ...Object.entries(FOLDERS).flatMap(folderRules),
  ...Object.entries(FOLDERS).map(([workspace, { folders }]) =>
    rule(
      `${workspace}: every folder has a place in the picture`,
      'Name the folder in scripts/lint/dependency-rules.mjs, with what it may import.',
      {},
      {
        path: `^${literal(workspace)}/src/[^/]+/`,
        pathNot: [`^${literal(workspace)}/src/${anyOf(Object.keys(folders))}/`, TEST],
      },
    ),
  ),
  rule(
    'sa-core runs in a browser',
    'A module of Node cannot be loaded there.',
    { path: '^packages/sa-core/src/', pathNot: TEST },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'only chemistry imports openchemlib',
    'Its traps (silent valences, order of atoms, slow first call) are dealt with in one place.',
    { pathNot: '^packages/chemistry/' },
    { path: 'node_modules/openchemlib/' },
  ),
  rule(
    'a workspace is imported by its name',
    'A relative path into another workspace goes round what that workspace exports.',
    { path: '^(packages|apps)/([^/]+)/' },
    { path: '^(packages|apps)/', pathNot: '^$1/$2/', dependencyTypesNot: ['aliased'] },
  ),
  rule('no circle', 'Files of a circle cannot be read, tested or moved alone.', {}, { circular: true }),
  rule('nothing imports main', 'It starts the server.', {}, { path: '^apps/[^/]+/src/main\\.tsx?$' }),
  rule('no code imports a test', 'A test is not built.', { pathNot: TEST }, { path: TEST }),
  rule(
    'no code imports a development dependency',
    'It is not there once the server is deployed.',
    { path: '^(packages|apps)/[^/]+/src/', pathNot: TEST },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  rule('every import is found', 'It names nothing that is there.', {}, { couldNotResolve: true }),
];
