-- wrk's script: asks about another key each time. Arguments: the file of keys, verify or forward-auth.
local keys, caller, at, requests = {}, nil, 0, {}

function init(args)
  for line in io.lines(args[1]) do
    if caller == nil then caller = line else keys[#keys + 1] = line end
  end
  for i, key in ipairs(keys) do
    if args[2] == "verify" then
      requests[i] = wrk.format("POST", "/v1/verify",
        { ["Authorization"] = "Bearer " .. caller, ["Content-Type"] = "application/json" },
        '{"token":"' .. key .. '","hub":"hubnity","method":"GET","path":"/v1/members","address":"203.0.113.9"}')
    else
      requests[i] = wrk.format("GET", "/v1/forward-auth?hub=hubnity",
        { ["Authorization"] = "Bearer " .. key, ["X-Forwarded-Method"] = "GET",
          ["X-Forwarded-Uri"] = "/v1/members", ["X-Forwarded-For"] = "203.0.113.9" })
    end
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary)
  local errors = summary.errors
  if errors.connect + errors.read + errors.write + errors.status + errors.timeout > 0 then
    io.write("NOT ALL ANSWERED 200\n")
  end
end
