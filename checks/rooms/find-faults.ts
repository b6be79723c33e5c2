import { posix as path } from 'node:path';
import { circlesOf } from './circles.ts';
import { readSource, type Import, type Source } from './read-source.ts';
import { FEATURE_TYPES, FEATURE_REGISTERS, ROOMS, SINGLE_CALLERS, TEST_ROOMS, type RoomRule } from './table.ts';

/**
 * Holds a tree of files against the table of the house.
 * @param tree text of each file by its path below `src`, with `/`
 * @returns one line per fault; an empty tree is a fault, since a check that saw nothing proves nothing
 */
export function findFaults(tree: ReadonlyMap<string, string>): string[] {
  if (tree.size === 0) return ['no file was seen'];
  const sources = new Map([...tree].map(([file, text]) => [file, readSource(file, text)]));
  const faults = [...circlesIn(tableGraph(), 'the table of rooms goes in a circle')];
  for (const [file, source] of sources) faults.push(...faultsOf(file, source, tree).map((fault) => `${file}: ${fault}`));
  const files = valueGraph(sources);
  faults.push(...circlesIn(files, 'files go in a circle'));
  faults.push(...circlesIn(grouped(files, roomOf), 'rooms go in a circle'));
  return faults;
}

/** Tests may enter every room and use every package; contracts are tests shared by several files. */
const isTest = (file: string) => /\.(test|contract)\.tsx?$/.test(file) || TEST_ROOMS.includes(file.split('/')[0] ?? '');

function faultsOf(file: string, source: Source, tree: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const room = roomOf(file);
  const rule = ROOMS[room];
  if (!rule && !isTest(file)) return [`stands in no known room (${room})`];
  if (/(^|\/)index\.tsx?$/.test(file)) faults.push('is a barrel: import the file that is meant');
  if (source.defaultExport && !file.endsWith('.d.ts')) faults.push('exports a default: give it a name');
  for (const entry of source.imports) faults.push(...faultsOfImport(file, entry, rule, tree));
  if (!isTest(file)) faults.push(...callsOfOthers(file, source));
  return faults;
}

function faultsOfImport(file: string, entry: Import, rule: RoomRule | undefined, tree: ReadonlyMap<string, string>): string[] {
  const target = targetOf(file, entry.from);
  const said = `imports ${entry.from}`;
  if (target === null) {
    const allowed = isTest(file) || !rule?.packages || rule.packages.some((name) => matches(name, entry.from));
    return allowed ? [] : [`${said}: this room does not use that package`];
  }
  const room = roomOf(file);
  const other = roomOf(target);
  const faults: string[] = [];
  if (!tree.has(target)) faults.push(`${said}: there is no such file below src (write the extension)`);
  if (entry.from.startsWith('.') && other !== room) faults.push(`${said}: climbs out of its room, write #${target}`);
  if (isTest(file)) return faults;
  if (TEST_ROOMS.includes(other) || isTest(target)) return [...faults, `${said}: only tests may`];
  const may = rule?.rooms.includes(other) || (entry.typeOnly && rule?.types?.includes(other));
  if (other !== room && !may) {
    const types = rule?.types?.includes(other) ? ' values (types only)' : '';
    faults.push(`${said}: ${room} may not use ${other}${types}`);
  }
  if (room === 'features' && other === 'features' && !betweenFeatures(file, target))
    faults.push(`${said}: features meet only through api.ts`);
  return faults;
}

function betweenFeatures(file: string, target: string): boolean {
  return (
    featureOf(file) === featureOf(target) ||
    FEATURE_TYPES.includes(target) ||
    target.endsWith('/api.ts') ||
    FEATURE_REGISTERS.some(({ register, lists }) => file === register && lists.test(target))
  );
}

function callsOfOthers(file: string, source: Source): string[] {
  const faults: string[] = [];
  for (const { what, call, access, imported, only } of SINGLE_CALLERS) {
    if (only.some((place) => isAt(file, place))) continue;
    const found =
      (call && source.calls.find((written) => call.test(written))) ??
      (access && source.accesses.find((written) => access.test(written))) ??
      (imported && source.imports.find(({ from, typeOnly }) => !typeOnly && isAt(targetOf(file, from), imported))?.from);
    if (found) faults.push(`${found}: ${what}`);
  }
  return faults;
}

/** A place is a file, or a folder when it ends with `/`. */
const isAt = (file: string | null, place: string) =>
  file !== null && (place.endsWith('/') ? file.startsWith(place) : file === place);

/** The longest row of the table that the path begins with; else its first folder. */
function roomOf(file: string): string {
  const rooms = Object.keys(ROOMS).filter((room) => file.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? (file.includes('/') ? (file.split('/')[0] ?? '') : 'src');
}

/** `features/pieces` for a file of a feature, the room for any other. */
function featureOf(file: string): string {
  const [, feature, ...rest] = file.split('/');
  return roomOf(file) === 'features' && rest.length > 0 ? `features/${feature}` : roomOf(file);
}

/** Path below `src` of an import of our own; `null` for packages. */
function targetOf(file: string, from: string): string | null {
  if (from.startsWith('#')) return from.slice(1);
  return from.startsWith('.') ? path.join(path.dirname(file), from) : null;
}

const matches = (allowed: string, name: string) =>
  allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed;

type Graph = Map<string, Set<string>>;

/** What loads what; types load nothing, and tests are no part of the program. */
function valueGraph(sources: ReadonlyMap<string, Source>): Graph {
  const graph: Graph = new Map();
  for (const [file, { imports }] of sources) {
    if (isTest(file)) continue;
    const targets = imports.filter(({ typeOnly }) => !typeOnly).map(({ from }) => targetOf(file, from));
    graph.set(file, new Set(targets.filter((target) => target !== null)));
  }
  return graph;
}

function grouped(files: Graph, groupOf: (file: string) => string): Graph {
  const graph: Graph = new Map();
  for (const [file, targets] of files) {
    const group = groupOf(file);
    const own = graph.get(group) ?? new Set();
    for (const target of targets) if (groupOf(target) !== group) own.add(groupOf(target));
    graph.set(group, own);
  }
  return graph;
}

const tableGraph = (): Graph =>
  new Map(Object.entries(ROOMS).map(([room, { rooms, types }]) => [room, new Set([...rooms, ...(types ?? [])])]));

const circlesIn = (graph: Graph, what: string) => circlesOf(graph).map((circle) => `${what}: ${circle.join(' → ')}`);
