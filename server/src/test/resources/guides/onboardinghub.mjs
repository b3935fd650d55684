const response = await fetch("https://onboarding-hub.com/api/v1/contacts", {
headers: {
Authorization: "Bearer YOUR_ACCESS_TOKEN",
},
});
const contacts = await response.json();
