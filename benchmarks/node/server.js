// supertokens-node with Express, as its documentation sets it up: node server.js <port> <core>
const express = require("express");
const supertokens = require("supertokens-node");
const EmailPassword = require("supertokens-node/recipe/emailpassword");
const Session = require("supertokens-node/recipe/session");
const { middleware, errorHandler } = require("supertokens-node/framework/express");
const { verifySession } = require("supertokens-node/recipe/session/framework/express");

const [port, core] = process.argv.slice(2);
supertokens.init({
  framework: "express",
  telemetry: false,
  supertokens: { connectionURI: core },
  appInfo: { appName: "Bench", apiDomain: "http://localhost:3001", websiteDomain: "http://localhost:3000" },
  recipeList: [EmailPassword.init(), Session.init()],
});

const app = express();
app.use(middleware());
app.get("/hello", (request, response) => response.send("hello"));
app.get("/sessioninfo", verifySession(), (request, response) =>
  response.json({
    sessionHandle: request.session.getHandle(),
    userId: request.session.getUserId(),
    accessTokenPayload: request.session.getAccessTokenPayload(),
  }),
);
app.use(errorHandler());
app.listen(Number(port), "127.0.0.1");
