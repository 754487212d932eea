#!/usr/bin/env bash
# Runs SuperTokens' supertokens-website against this SDK: docs/peer-suites.md tells how. Leaves <file>.json with mocha's report of each file in results/.
# usage: run-supertokens-website.sh <folder of the suite> [test files, relative to that folder]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
suite=$(cd "$1" && pwd); shift
work="$suite/.supertokens-for-dotnet"
results="$work/results"
page="$work/page"
mkdir -p "$work/core" "$results" "$page"

dotnet build "$here/WebsiteServer" -v q -nologo -p:RunAnalyzers=false --property:OutDir="$work/website/" > "$work/build.log" || { cat "$work/build.log"; exit 1; }
dotnet build "$here/CoreServer" -v q -nologo -p:RunAnalyzers=false --property:OutDir="$work/coreserver/" > "$work/build.log" || { cat "$work/build.log"; exit 1; }

# The page as the suite has it, with the scripts it loads from elsewhere beside it.
cd "$suite"
cp -R test/server/angular "$page/"
sed -e 's|https://unpkg.com/axios/dist/||; s|https://unpkg.com/axios-mock-adapter/dist/||; s|https://cdn.skypack.dev/umd-assert|/assert.mjs|' test/server/index.html > "$page/index.html"
cp node_modules/page-axios/dist/axios.min.js node_modules/axios-mock-adapter/dist/axios-mock-adapter.js "$page/"
echo 'export { default } from "assert";' > "$work/assert.js"
cat > "$work/assert.config.js" <<'CONFIG'
const webpack = require("webpack");
module.exports = {
    mode: "production",
    entry: __dirname + "/assert.js",
    experiments: { outputModule: true },
    output: { path: __dirname + "/page", filename: "assert.mjs", library: { type: "module" } },
    resolve: { alias: { process: "process/browser.js" } },
    plugins: [new webpack.ProvidePlugin({ process: "process/browser.js" })]
};
CONFIG
node node_modules/.bin/webpack --config "$work/assert.config.js" > "$work/assert.log" || { cat "$work/assert.log"; exit 1; }

export SUITE_PAGE="$page" TEST_MODE=testing PUPPETEER_EXECUTABLE_PATH="${PUPPETEER_EXECUTABLE_PATH:-$(command -v chromium || command -v google-chrome)}"
SUITE_VERSION=$(node -p 'require("./package.json").version')
export SUITE_VERSION
started=()
trap 'kill "${started[@]}" 2>/dev/null; true' EXIT
(cd "$work/core" && exec dotnet "$work/coreserver/SuperTokens.PeerSuites.CoreServer.dll" host=localhost port=3567) > "$work/core.log" 2>&1 &
started+=($!)
for port in 8080 8082; do
  NODE_PORT=$port dotnet "$work/website/SuperTokens.PeerSuites.WebsiteServer.dll" > "$work/website.$port.log" 2>&1 &
  started+=($!)
done
for address in localhost:3567/hello localhost:8080/ping localhost:8082/ping; do
  until curl -sf "http://$address" > /dev/null; do sleep 0.2; done
done

[ $# -gt 0 ] || set -- test/*.test.js
for file in "$@"; do
  report="$results/$(basename "$file" .test.js).json"
  node node_modules/mocha/bin/mocha --no-config --no-opts --exit --require isomorphic-fetch --timeout 500000 --reporter json "$file" > "$work/mocha.log" 2>&1 || true
  node - "$work/mocha.log" "$report" "$file" <<'REPORT'
    const fs = require("fs");
    const [log, file, name] = process.argv.slice(2);
    const text = fs.readFileSync(log, "utf8");
    const report = JSON.parse(text.slice(text.lastIndexOf('\n{\n  "stats"') + 1 || text.indexOf('{\n  "stats"')));
    fs.writeFileSync(file, JSON.stringify(report, null, 2));
    console.log(`${name}: ${report.stats.passes} passed, ${report.stats.failures} failed, ${report.stats.pending} skipped`);
    for (const test of report.failures) console.log(`    ${test.fullTitle}: ${String(test.err.message).split("\n")[0]}`);
REPORT
done
