import requests
headers = {"Authorization": "Bearer YOUR_ACCESS_TOKEN"}
response = requests.get(
"https://onboarding-hub.com/api/v1/contacts",
headers=headers
)
contacts = response.json()
