require "net/http"
require "json"
uri = URI("https://onboarding-hub.com/api/v1/contacts")
req = Net::HTTP::Get.new(uri)
req["Authorization"] = "Bearer YOUR_ACCESS_TOKEN"
res = Net::HTTP.start(uri.hostname, uri.port, use_ssl: true) do |http|
http.request(req)
end
contacts = JSON.parse(res.body)
