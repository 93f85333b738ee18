// Bundles src/ and CodeMirror into the one file that the Python package carries: npm ci && npm run build
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "drafter", "ui", "editor");

// The banner carries the digest of everything the bundle is made of, so that a test can tell without node whether it is stale.
function sourceDigest() {
  const sources = readdirSync(join(here, "src")).map((name) => `src/${name}`);
  const hash = createHash("sha256");
  for (const name of ["build.mjs", "package-lock.json", "package.json", ...sources].sort()) {
    hash.update(`${name}\n`).update(readFileSync(join(here, name)));
  }
  return hash.digest("hex");
}

function bundledPackages(metafile) {
  const inside = (path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
  return [...new Set(Object.keys(metafile.inputs).map(inside).filter(Boolean))].sort();
}

function licences(packages) {
  const parts = packages.map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n`;
  });
  return `engine.js holds these packages:\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

const result = await build({
  entryPoints: [join(here, "src", "engine.js")],
  outfile: join(target, "engine.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  metafile: true,
  banner: { js: `// Built from editor/ by "npm run build"; licences in THIRD_PARTY.txt. Source: sha256:${sourceDigest()}\n` },
});
writeFileSync(join(target, "THIRD_PARTY.txt"), licences(bundledPackages(result.metafile)));
for (const [file, { bytes }] of Object.entries(result.metafile.outputs)) console.log(`${file}: ${bytes} bytes`);
