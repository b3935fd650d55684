package io.keyledger.resourceserver.remote;

import io.keyledger.resourceserver.judge.Judge;
import io.keyledger.resourceserver.judge.Proof;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts each question to the data plane: one call for one request. */
public final class RemoteJudge implements Judge {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataPlaneClient client;
    private final VerdictReader reader;

    public RemoteJudge(DataPlaneClient client, RemoteProfiles profiles) {
        this.client = client;
        this.reader = new VerdictReader(profiles);
    }

    @Override
    public Verdict judge(String credential, VerificationRequest request) {
        return reader.read(client.post("/v1/verify", question(credential, request)));
    }

    @Override
    public Verdict judgeProven(String credential, Proof proof, VerificationRequest request) {
        ObjectNode question = question(credential, request);
        question.put("method", proof.method()).put("dpop", proof.jwt()).put("url", proof.url());
        return reader.read(client.post("/v1/verify", question));
    }

    private static ObjectNode question(String credential, VerificationRequest request) {
        ObjectNode question =
                JSON.createObjectNode()
                        .put("token", credential)
                        .put("hub", request.hub())
                        .put("method", request.method())
                        .put("path", request.path())
                        .put("cost", request.cost())
                        .put("address", request.address());
        request.scopes().forEach(question.putArray("scopes")::add);
        return question;
    }
}
