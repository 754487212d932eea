// A website on supertokens-website alone: it has sessions and asks for them itself.
import axios from "axios";
import SuperTokens from "supertokens-website";
import { bindForm } from "./form.js";
import { createWays } from "./ways.js";

const query = new URLSearchParams(location.search);
const api = query.get("api");
SuperTokens.init({ apiDomain: api, apiBasePath: "/auth", tokenTransferMethod: query.get("mode") });
SuperTokens.addAxiosInterceptors(axios);

const ways = createWays(axios);
const post = async (path, formFields) => (await ways.fetch("POST", api + path, { formFields })).body;
window.site = {
  ...ways,
  signUp: formFields => post("/auth/signup", formFields),
  signIn: formFields => post("/auth/signin", formFields),
  signOut: () => SuperTokens.signOut(),
  hasSession: () => SuperTokens.doesSessionExist(),
};
bindForm(window.site);
