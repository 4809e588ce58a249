// No script that runs in a page reads a property of a page's node past extension/src/dom.ts: on a form and on a
// document every name may be a control or a picture. Decided by the types, file by file, for everything that the
// content scripts import. What such a page does to them is tests/dom/clobbered.test.ts and tests/e2e/clobbered.test.ts.

import assert from "node:assert/strict";
import { relative } from "node:path";
import { describe, it } from "node:test";
import ts from "typescript";
import { fromRoot } from "../harness/paths";

const ENTRIES = ["content/enter.ts", "content/judging.ts", "content/main.ts"].map((name) =>
  fromRoot(`extension/src/${name}`),
);
const DOOR = fromRoot("extension/src/dom.ts");

/** Types whose value may be a form or a document. Those below them that cannot be either are safe. */
const MAY_BE_CLOBBERED = new Set([
  "EventTarget",
  "Node",
  "ParentNode",
  "ChildNode",
  "Element",
  "HTMLElement",
  "HTMLFormElement",
  "Document",
  "HTMLDocument",
  "XMLDocument",
]);

/** Every file that an entry imports, itself included. */
function importedBy(program: ts.Program, entries: readonly string[]): ts.SourceFile[] {
  const found = new Set<ts.SourceFile>();
  const queue = [...entries];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const file = program.getSourceFile(name);
    assert.ok(file, name);
    if (found.has(file)) continue;
    found.add(file);
    ts.forEachChild(file, (node) => {
      if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return;
      if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return;
      const { resolvedModule } = ts.resolveModuleName(
        node.moduleSpecifier.text,
        file.fileName,
        program.getCompilerOptions(),
        ts.sys,
      );
      if (resolvedModule && !resolvedModule.isExternalLibraryImport)
        queue.push(resolvedModule.resolvedFileName);
    });
  }
  return [...found];
}

/** Whether something is read from a value that may be a form or a document, and where. */
function unsafeReads(program: ts.Program, file: ts.SourceFile): string[] {
  const checker = program.getTypeChecker();
  const found: string[] = [];
  const isUnsafe = (type: ts.Type): boolean => {
    const plain = checker.getNonNullableType(checker.getApparentType(type));
    if (plain.isUnionOrIntersection()) return plain.types.some(isUnsafe);
    return MAY_BE_CLOBBERED.has(plain.symbol?.name ?? "");
  };
  const note = (node: ts.Node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${relative(fromRoot("."), file.fileName)}:${line + 1}: ${node.getText(file)}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      if (isUnsafe(checker.getTypeAtLocation(node.expression))) note(node);
    } else if (ts.isObjectBindingPattern(node)) {
      if (isUnsafe(checker.getTypeAtLocation(node))) note(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function programOf(): ts.Program {
  const path = fromRoot("tsconfig.json");
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, fromRoot("."));
  return ts.createProgram(ENTRIES, options);
}

describe("the sources of what runs in a page", () => {
  const program = programOf();
  const files = importedBy(program, ENTRIES);

  it("are found", () => {
    const names = files.map(({ fileName }) => relative(fromRoot("extension/src"), fileName));
    for (const name of ["content/blocks/walk.ts", "content/watch.ts", "card/place.ts", "dom.ts"])
      assert.ok(names.includes(name), name);
  });

  it("read nodes of the page through dom.ts alone", () => {
    const past = files
      .filter(({ fileName }) => fileName !== DOOR)
      .flatMap((file) => unsafeReads(program, file));
    assert.deepEqual(past, []);
  });

  it("are read as they are: what dom.ts does is seen as unsafe in any other file", () => {
    const text = `export const next = (of: Node) => of.nextSibling;
      export const all = (of: Document | null) => of?.body;
      export const some = ({ id }: Element) => id;
      export const safe = (of: Text) => of.data;`;
    const host = ts.createCompilerHost(program.getCompilerOptions());
    const { getSourceFile } = host;
    const name = fromRoot("extension/src/content/example.ts");
    host.getSourceFile = (path, ...rest) =>
      path === name
        ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2023)
        : getSourceFile.call(host, path, ...rest);
    const example = ts.createProgram([name], program.getCompilerOptions(), host);
    const file = example.getSourceFile(name);
    assert.ok(file);
    assert.deepEqual(
      unsafeReads(example, file).map((each) => each.replace(/^.*?: /, "")),
      ["of.nextSibling", "of?.body", "{ id }"],
    );
  });
});
