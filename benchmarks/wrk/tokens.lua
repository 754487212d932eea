-- Each request brings the next access token of a file, one a line: wrk … -s tokens.lua <address> -- <file>
local tokens = {}
at = 0

local starts = 0
function setup(thread)
  thread:set("at", starts * 7919)
  starts = starts + 1
end

function init(args)
  for line in io.lines(args[1]) do
    tokens[#tokens + 1] = wrk.format("GET", nil, { Authorization = "Bearer " .. line })
  end
end

function request()
  at = at + 1
  return tokens[at % #tokens + 1]
end
