-- Each request posts the same JSON: wrk … -s post.lua <address> -- <json> [name value]…
function init(args)
  local headers = { ["Content-Type"] = "application/json" }
  for i = 2, #args, 2 do
    headers[args[i]] = args[i + 1]
  end
  body = wrk.format("POST", nil, headers, args[1])
end

function request()
  return body
end
