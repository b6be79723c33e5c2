import path from 'node:path';
import { build } from 'esbuild';
import { ISLANDS, type AssetPaths, type IslandName } from '#ui/frame.ts';

/**
 * Builds the stylesheet with its fonts, the icon and the browser scripts, each under a name that changes with its content.
 * @param directory where they go
 * @returns their addresses, under `/assets/`
 */
export async function buildAssets(directory: string): Promise<AssetPaths> {
  const result = await build({
    entryPoints: {
      theme: 'src/ui/theme/theme.css',
      icon: 'src/ui/theme/icon.svg',
      ...Object.fromEntries(ISLANDS.map((name) => [name, `src/ui/islands/${name}.ts`])),
    },
    outdir: directory,
    bundle: true,
    minify: true,
    splitting: false,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
    assetNames: '[name]-[hash]',
    entryNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'error',
  });
  const addressOf = (name: string, ending: string) => {
    const found = Object.entries(result.metafile.outputs).find(
      ([file, facts]) => file.endsWith(ending) && facts.entryPoint?.endsWith(`/${name}`),
    );
    if (!found) throw new Error(`the build made no ${name}`);
    return `/assets/${path.basename(found[0])}`;
  };
  return {
    stylesheet: addressOf('theme.css', '.css'),
    icon: addressOf('icon.svg', '.svg'),
    scripts: Object.fromEntries(ISLANDS.map((name) => [name, addressOf(`${name}.ts`, '.js')])) as Record<IslandName, string>,
  };
}
