// A vendor's host for unit tests, on another port and so another origin: serves test/stand-ins/hostile.js and counts
// what it is sent. It has to be a server: of what a page sends while it goes no test in that page can know.
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';

const script = readFileSync(new URL('../stand-ins/hostile.js', import.meta.url));
const headers = {'access-control-allow-origin': '*', 'cache-control': 'no-store'};

/**
 * A plugin of @web/test-runner. `/vendor-server.js` says where the vendor is; there `/hits?as=NAME` lists
 * what its script of that name has sent, and `/hostile.js?as=NAME` is the script.
 */
export function vendorServer() {
  /** @type {URL[]} */
  const hits = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    if (url.pathname === '/hostile.js') {
      response.writeHead(200, {...headers, 'content-type': 'text/javascript'}).end(script);
    } else if (url.pathname === '/hits') {
      const name = url.searchParams.get('as');
      const its = hits.filter(({searchParams}) => searchParams.get('as') === name);
      response
        .writeHead(200, {...headers, 'content-type': 'application/json'})
        .end(JSON.stringify(its.map(({searchParams}) => Object.fromEntries(searchParams))));
    } else {
      hits.push(url);
      response.writeHead(204, headers).end();
    }
  });
  return {
    name: 'vendor-server',
    serverStart: () => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)),
    serverStop: () => new Promise((resolve) => server.close(resolve)),
    serve: ({path}) =>
      path === '/vendor-server.js'
        ? `export default 'http://127.0.0.1:${server.address().port}';`
        : undefined,
  };
}
