// The form of the pages. It shows each error beside its field, and the answer's status.
export function bindForm(site) {
  const form = document.querySelector("form");
  const status = document.querySelector("[role=status]");
  form.addEventListener("submit", async event => {
    event.preventDefault();
    for (const shown of [status, ...form.querySelectorAll("[data-error]")]) {
      shown.textContent = "";
    }

    const fields = ["email", "password"].map(id => ({ id, value: form.elements[id].value }));
    const answer = await site[event.submitter.name](fields);
    for (const { id, error } of answer.formFields ?? []) {
      form.querySelector(`[data-error="${id}"]`).textContent = error;
    }

    status.textContent = answer.status;
  });
}
