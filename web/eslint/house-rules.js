import path from "node:path";

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|module|config|d))*\.(ts|tsx|js)$/;

/** lib and components are shared; features build on them; app builds on features. */
const RANK = { lib: 0, components: 1, features: 2, app: 3 };

function place(file) {
  const parts = file.split(path.sep);
  const src = parts.lastIndexOf("src");
  if (src < 0 || !(parts[src + 1] in RANK)) return null;
  return { layer: parts[src + 1], feature: parts[src + 1] === "features" ? parts[src + 2] : null };
}

function resolve(from, target) {
  if (target.startsWith("@/")) {
    const src = from.slice(0, from.lastIndexOf(`${path.sep}src${path.sep}`) + 5);
    return path.join(src, target.slice(2));
  }
  return target.startsWith(".") ? path.resolve(path.dirname(from), target) : null;
}

const importDirection = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      upward: "{{from}} may not import from {{to}}: imports go app → features → components → lib.",
      across: "The feature {{from}} may not import from the feature {{to}}: share through lib or components.",
    },
  },
  create(context) {
    const from = place(context.filename);
    if (!from) return {};
    const check = (node) => {
      const file = node.source && resolve(context.filename, String(node.source.value));
      const to = file && place(file);
      if (!to) return;
      if (RANK[to.layer] > RANK[from.layer])
        context.report({ node, messageId: "upward", data: { from: from.layer, to: to.layer } });
      else if (from.feature && to.feature && from.feature !== to.feature)
        context.report({ node, messageId: "across", data: { from: from.feature, to: to.feature } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

const kebabCaseFiles = {
  meta: { type: "problem", schema: [], messages: { name: "{{name}}: file names are kebab-case." } },
  create(context) {
    return {
      Program(node) {
        const name = path.basename(context.filename);
        if (!KEBAB.test(name)) context.report({ node, messageId: "name", data: { name } });
      },
    };
  },
};

export default { rules: { "import-direction": importDirection, "kebab-case-files": kebabCaseFiles } };
