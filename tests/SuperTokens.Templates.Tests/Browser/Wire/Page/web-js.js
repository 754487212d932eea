// A website on supertokens-web-js.
import axios from "axios";
import SuperTokens from "supertokens-web-js";
import EmailPassword from "supertokens-web-js/recipe/emailpassword";
import EmailVerification from "supertokens-web-js/recipe/emailverification";
import Session from "supertokens-web-js/recipe/session";
import { bindForm } from "./form.js";
import { createWays } from "./ways.js";

const query = new URLSearchParams(location.search);
SuperTokens.init({
  appInfo: { appName: "Acme", apiDomain: query.get("api"), apiBasePath: "/auth" },
  recipeList: [Session.init({ tokenTransferMethod: query.get("mode") }), EmailPassword.init(), EmailVerification.init()],
});
Session.addAxiosInterceptors(axios);

window.site = {
  ...createWays(axios),
  signUp: formFields => EmailPassword.signUp({ formFields }),
  signIn: formFields => EmailPassword.signIn({ formFields }),
  signOut: () => Session.signOut(),
  hasSession: () => Session.doesSessionExist(),
  isVerified: async () => (await EmailVerification.isEmailVerified()).isVerified,
  claimIsVerified: () => Session.getClaimValue({ claim: EmailVerification.EmailVerificationClaim }),
  sendMail: async () => (await EmailVerification.sendVerificationEmail()).status,
  verify: async () => (await EmailVerification.verifyEmail()).status,
};
bindForm(window.site);
