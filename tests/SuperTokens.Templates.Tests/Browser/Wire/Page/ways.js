// The ways in which pages call an API. Each answers with { status, body }.
export function createWays(axios) {
  const parse = text => {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  };
  const headers = { "content-type": "application/json" };
  return {
    async fetch(method, url, body) {
      const response = await fetch(url, { method, headers: body && headers, body: body && JSON.stringify(body) });
      return { status: response.status, body: parse(await response.text()) };
    },
    xhr(method, url, body) {
      return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open(method, url);
        if (body) {
          request.setRequestHeader("content-type", "application/json");
        }
        request.onload = () => resolve({ status: request.status, body: parse(request.responseText) });
        request.onerror = () => reject(new Error("The request failed."));
        request.send(body && JSON.stringify(body));
      });
    },
    async axios(method, url, body) {
      const { status, data } = await axios({ method, url, data: body, validateStatus: () => true });
      return { status, body: data };
    },
  };
}
